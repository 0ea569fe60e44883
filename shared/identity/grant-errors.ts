import { defineErrors } from '../kernel/errors.ts';

export const grantErrors = defineErrors('grant', {
  own: [
    'forbidden',
    '不能给自己授权，也不能收回自己的权限。请找安全管理员或上级协调员。',
    '不能給自己授權，也不能收回自己的權限。請找安全管理員或上級協調員。',
    'Nobody gives or ends a role of their own. Please ask the security administrator or a coordinator above you.',
  ],
  notGrantable: [
    'conflict',
    '这个身份不在这里授予：志愿者由登记审核产生，队长在服务队页面任命。',
    '這個身份不在這裡授予：志願者由登記審核產生，隊長在服務隊頁面任命。',
    'This role is not given here: volunteers come by approval, team leaders are appointed on the page of their team.',
  ],
  aboveOwn: [
    'forbidden',
    '只能授予自己拥有的身份，并且只能授予本级以下的范围。请找安全管理员或上级协调员。',
    '只能授予自己擁有的身份，並且只能授予本級以下的範圍。請找安全管理員或上級協調員。',
    'You can give only roles that you hold, and only below your own place. Please ask the security administrator or a coordinator above you.',
  ],
  outlivesOwn: [
    'conflict',
    '不能比您自己的权限更久，请把结束日期改到您的权限到期日或之前。',
    '不能比您自己的權限更久，請把結束日期改到您的權限到期日或之前。',
    'It cannot last longer than your own role. Please choose an earlier last day.',
  ],
  twoAdministrators: [
    'conflict',
    '系统、安全、审计三种管理员不能由同一个人担任。请换一个人，或先收回原有的管理员身份。',
    '系統、安全、審計三種管理員不能由同一個人擔任。請換一個人，或先收回原有的管理員身份。',
    'System, security and audit administrator are never one person. Please choose somebody else, or end the other role first.',
  ],
  administratorInCare: [
    'conflict',
    '管理员不能兼任心灵直通车的岗位，管账号、设置和日志的人不看求助内容。请换一个人，或先收回其中一种身份。',
    '管理員不能兼任心靈直通車的崗位，管帳號、設定和日誌的人不看求助內容。請換一個人，或先收回其中一種身份。',
    'Whoever administers settings, accounts or logs has no part in psychological support. Please choose somebody else, or end one of the roles first.',
  ],
  nameless: [
    'conflict',
    '这个手机号码还没有账号，请填写姓名再授权。',
    '這個手機號碼還沒有賬號，請填寫姓名再授權。',
    'This number has no account yet. Please give the person’s name as well.',
  ],
  unknownPerson: [
    'conflict',
    '这个手机号码还没有账号。请对方先登录一次，再设为代理人。',
    '這個手機號碼還沒有賬號。請對方先登入一次，再設為代理人。',
    'This number has no account yet. Please have the person sign in once, then name them as your deputy.',
  ],
  nothingToDeputise: [
    'conflict',
    '您现在没有可以请人代理的身份。',
    '您現在沒有可以請人代理的身份。',
    'You hold no role right now that somebody could stand in for.',
  ],
  notHeld: [
    'conflict',
    '这项权限已经不在了，请刷新页面看看最新的名单。',
    '這項權限已經不在了，請重新整理頁面看看最新的名單。',
    'This role is no longer held. Please reload the page to see the list as it is now.',
  ],
  held: [
    'conflict',
    '对方已经有这项权限。要改日期，请先收回再授予。',
    '對方已經有這項權限。要改日期，請先收回再授予。',
    'The person holds this role already. To change its dates, please end it and give it again.',
  ],
});
