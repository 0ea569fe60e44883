import { defineErrors } from '../../kernel/errors.ts';

/** Why a place cannot be handed over, or taken over. */
export const handoverErrors = defineErrors('handover', {
  noPlace: [
    'conflict',
    '要让出名额，先要有这个班次的名额。请刷新页面查看最新情况。',
    '要讓出名額，先要有這個班次的名額。請重新整理頁面查看最新情況。',
    'There is no place of yours in this shift to hand over. Please reload the page to see how things stand.',
  ],
  alreadyCame: [
    'conflict',
    '您已经签到，不能再让出名额。要提早离开，请签退，并告诉队长。',
    '您已經簽到，不能再讓出名額。要提早離開，請簽退，並告訴隊長。',
    'You have checked in, so the place cannot be handed over. If you must leave early, please check out and tell the team leader.',
  ],
  giverCame: [
    'conflict',
    '让出名额的人已经到场签到，这个名额不用替了。请看看其他班次。',
    '讓出名額的人已經到場簽到，這個名額不用替了。請看看其他班次。',
    'The person whose place this is has come and checked in, so nobody is needed for it. Please look at other shifts.',
  ],
  alreadyOpen: [
    'conflict',
    '这个名额已经在找人了。要换一种找法，请先收回。',
    '這個名額已經在找人了。要換一種找法，請先收回。',
    'Somebody is being looked for already. To ask in another way, please withdraw that first.',
  ],
  notTeammate: [
    'conflict',
    '只能指定同队的队友。请从名单里选，或改为问全队、问所有人。',
    '只能指定同隊的隊友。請從名單裡選，或改為問全隊、問所有人。',
    'Only a member of the same team can be asked by name. Please choose from the list, or ask the team or everybody.',
  ],
  cannotTake: [
    'conflict',
    '这位队友现在不能接这个班次。请选另一位，或改为问全队。',
    '這位隊友現在不能接這個班次。請選另一位，或改為問全隊。',
    'This team member cannot take the shift now. Please choose somebody else, or ask the whole team.',
  ],
  noReturn: [
    'conflict',
    '要交换的那个班次，对方已经没有名额了。请刷新页面，另选一个。',
    '要交換的那個班次，對方已經沒有名額了。請重新整理頁面，另選一個。',
    'The shift in return is no longer theirs to give. Please reload the page and choose another one.',
  ],
  own: [
    'conflict',
    '这是您自己让出的名额。不用让了的话，请收回。',
    '這是您自己讓出的名額。不用讓了的話，請收回。',
    'This is your own place. If you can come after all, please withdraw the offer.',
  ],
  notForYou: [
    'conflict',
    '这个名额问的是别的队友。可以看看还有哪些班次需要人。',
    '這個名額問的是別的隊友。可以看看還有哪些班次需要人。',
    'This place is offered to others. Please have a look at the shifts that still need people.',
  ],
  taken: [
    'conflict',
    '已经有人接了，谢谢您！可以看看还有哪些班次需要人。',
    '已經有人接了，謝謝您！可以看看還有哪些班次需要人。',
    'Somebody has taken it already. Thank you! Please have a look at the shifts that still need people.',
  ],
  over: [
    'conflict',
    '这个名额不再找人了。可以看看还有哪些班次需要人。',
    '這個名額不再找人了。可以看看還有哪些班次需要人。',
    'Nobody is looked for here any more. Please have a look at the shifts that still need people.',
  ],
  giverCannot: [
    'conflict',
    '对方现在不能接您的班次，换不成。请告诉对方，或请对方改为只找人替班。',
    '對方現在不能接您的班次，換不成。請告訴對方，或請對方改為只找人替班。',
    'The other person cannot take your shift now, so you cannot swap. Please tell them; they can ask for a substitute instead.',
  ],
});
