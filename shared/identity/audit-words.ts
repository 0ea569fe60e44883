import type { Language, Text } from '../kernel/language.ts';

/** What people read of an act. One that is not here is called by the kind of thing that it was done to. */
const words: Readonly<Record<string, Text>> = {
  'role.given': { 'zh-Hans': '给了身份', 'zh-Hant': '給了身份', en: 'Gave a role' },
  'role.taken': { 'zh-Hans': '收回身份', 'zh-Hant': '收回身份', en: 'Took a role away' },
  'session.endedEverywhere': {
    'zh-Hans': '退出所有设备',
    'zh-Hant': '登出所有裝置',
    en: 'Signed out everywhere',
  },
  'session.lockedOut': {
    'zh-Hans': '输错验证码太多，暂停该设备',
    'zh-Hant': '輸錯驗證碼太多，暫停該裝置',
    en: 'Too many wrong codes from one device',
  },
  'passkey.added': { 'zh-Hans': '添加通行密钥', 'zh-Hant': '新增通行密鑰', en: 'Added a passkey' },
  'passkey.removed': { 'zh-Hans': '删除通行密钥', 'zh-Hant': '刪除通行密鑰', en: 'Removed a passkey' },
  'passkey.reset': { 'zh-Hans': '重置通行密钥', 'zh-Hant': '重設通行密鑰', en: 'Reset somebody’s passkeys' },
  'passkey.stopped': {
    'zh-Hans': '停用疑被复制的通行密钥',
    'zh-Hant': '停用疑被複製的通行密鑰',
    en: 'Stopped a passkey that may be copied',
  },
  'provider.linked': { 'zh-Hans': '关联政务身份', 'zh-Hant': '關聯政務身份', en: 'Linked the government sign-in' },
  'provider.unlinked': {
    'zh-Hans': '解除政务身份关联',
    'zh-Hant': '解除政務身份關聯',
    en: 'Unlinked the government sign-in',
  },
  'deputy.named': { 'zh-Hans': '设了代理人', 'zh-Hant': '設了代理人', en: 'Named a deputy' },
  'volunteer.registerOnPaper': { 'zh-Hans': '代为登记', 'zh-Hant': '代為登記', en: 'Registered somebody on paper' },
  'volunteer.confirm': { 'zh-Hans': '本人确认登记', 'zh-Hant': '本人確認登記', en: 'Confirmed a registration' },
  'volunteer.guardianConsent': { 'zh-Hans': '监护人同意', 'zh-Hant': '監護人同意', en: 'A guardian consented' },
  'volunteer.takeUp': { 'zh-Hans': '开始审核申请', 'zh-Hant': '開始審核申請', en: 'Took up an application' },
  'volunteer.approve': { 'zh-Hans': '通过申请', 'zh-Hant': '通過申請', en: 'Approved an application' },
  'volunteer.decline': { 'zh-Hans': '没有通过申请', 'zh-Hant': '沒有通過申請', en: 'Declined an application' },
  'volunteer.suspend': { 'zh-Hans': '停止报名', 'zh-Hant': '停止報名', en: 'Suspended a volunteer' },
  'volunteer.rehomed': {
    'zh-Hans': '随社区合并变更所属社区',
    'zh-Hant': '隨社區合併變更所屬社區',
    en: 'Moved with their community',
  },
  'volunteer.stays': {
    'zh-Hans': '社区拆分后留在原社区',
    'zh-Hant': '社區拆分後留在原社區',
    en: 'Stayed where they lived after a split',
  },
  'place.split': { 'zh-Hans': '拆分社区', 'zh-Hant': '拆分社區', en: 'Split a community' },
  'place.moved': { 'zh-Hans': '迁移地方或服务队', 'zh-Hant': '遷移地方或服務隊', en: 'Moved a place or a team' },
  'role.followed': { 'zh-Hans': '身份随地方迁移', 'zh-Hant': '身份隨地方遷移', en: 'A role followed its place' },
  'shift.publish': { 'zh-Hans': '发布班次', 'zh-Hant': '發佈班次', en: 'Published a shift' },
  'shift.relocate': { 'zh-Hans': '改班次地点', 'zh-Hant': '改班次地點', en: 'Changed where a shift meets' },
  'shift.callOff': { 'zh-Hans': '取消班次', 'zh-Hant': '取消班次', en: 'Called a shift off' },
  'merge.begun': { 'zh-Hans': '合并两份登记', 'zh-Hant': '合併兩份登記', en: 'Merged two records' },
  'merge.undone': { 'zh-Hans': '撤销合并', 'zh-Hant': '撤銷合併', en: 'Undid a merge' },
  'merge.notTheSame': { 'zh-Hans': '记下不是同一人', 'zh-Hant': '記下不是同一人', en: 'Told two records apart' },
  'volunteer.lift': { 'zh-Hans': '恢复报名', 'zh-Hant': '恢復報名', en: 'Lifted a suspension' },
  'volunteer.pause': { 'zh-Hans': '暂停服务', 'zh-Hant': '暫停服務', en: 'Took a break' },
  'volunteer.resume': { 'zh-Hans': '恢复服务', 'zh-Hant': '恢復服務', en: 'Came back from a break' },
  'volunteer.withdraw': { 'zh-Hans': '退出', 'zh-Hant': '退出', en: 'Withdrew' },
  'volunteer.applyAgain': { 'zh-Hans': '重新申请', 'zh-Hant': '重新申請', en: 'Applied again' },
  'serviceCertificate.revoke': {
    'zh-Hans': '撤销志愿服务记录证明',
    'zh-Hant': '撤銷志願服務記錄證明',
    en: 'Revoked a service certificate',
  },
  'serviceCertificate.replace': {
    'zh-Hans': '换发志愿服务记录证明',
    'zh-Hant': '換發志願服務記錄證明',
    en: 'Replaced a service certificate',
  },
  'serviceCertificate.issuerNamed': {
    'zh-Hans': '设置证明出具单位',
    'zh-Hant': '設定證明出具單位',
    en: 'Named the issuer of certificates',
  },
  'serviceCertificate.batch': {
    'zh-Hans': '批量出具志愿服务记录证明',
    'zh-Hant': '批量出具志願服務記錄證明',
    en: 'Issued certificates for a place',
  },
  'serviceCertificate.seal': {
    'zh-Hans': '给志愿服务记录证明盖章',
    'zh-Hant': '給志願服務記錄證明蓋章',
    en: 'Sealed a service certificate',
  },
  'serviceCertificate.declineSeal': {
    'zh-Hans': '没有给志愿服务记录证明盖章',
    'zh-Hant': '沒有給志願服務記錄證明蓋章',
    en: 'Declined to seal a service certificate',
  },
  'serviceCertificate.sealUploaded': {
    'zh-Hans': '上传证明印章',
    'zh-Hant': '上載證明印章',
    en: 'Uploaded the seal of certificates',
  },
  'fileEntry.record': {
    'zh-Hans': '登记表彰、评价或投诉',
    'zh-Hant': '登記表彰、評價或投訴',
    en: 'Wrote in a service file',
  },
  'fileEntry.withdraw': {
    'zh-Hans': '撤回表彰、评价或投诉',
    'zh-Hant': '撤回表彰、評價或投訴',
    en: 'Took back an entry of a service file',
  },
  'exchange.export': {
    'zh-Hans': '导出标准数据',
    'zh-Hant': '匯出標準數據',
    en: 'Exported records for exchange',
  },
  'exchange.push': {
    'zh-Hans': '向省级系统报送',
    'zh-Hant': '向省級系統報送',
    en: 'Sent records to the provincial system',
  },
  'attendance.call': {
    'zh-Hans': '看了号码，打电话',
    'zh-Hant': '看了號碼，打電話',
    en: 'Saw a number, to call',
  },
  'volunteer.unmaskMobile': {
    'zh-Hans': '查看完整手机号码',
    'zh-Hant': '查看完整手機號碼',
    en: 'Saw the full mobile number',
  },
  'volunteer.eraseDocument': { 'zh-Hans': '删除证件号码', 'zh-Hant': '刪除證件號碼', en: 'Deleted a document number' },
  'volunteer.export': { 'zh-Hans': '导出名册', 'zh-Hant': '匯出名冊', en: 'Exported a list of people' },
  'volunteer.import': { 'zh-Hans': '上传名单', 'zh-Hant': '上載名單', en: 'Uploaded a list of people' },
  'volunteer.import.check': { 'zh-Hans': '检查名单', 'zh-Hant': '檢查名單', en: 'Checked a list of people' },
  'volunteer.import.enter': { 'zh-Hans': '录入名单', 'zh-Hant': '錄入名單', en: 'Entered a list of people' },
  'volunteer.readBadRows': {
    'zh-Hans': '下载退回的行',
    'zh-Hant': '下載退回的行',
    en: 'Downloaded rows that came back',
  },
  'team.accepted': { 'zh-Hans': '同意入队', 'zh-Hant': '同意入隊', en: 'Accepted into a team' },
  'team.declined': { 'zh-Hans': '没有同意入队', 'zh-Hant': '沒有同意入隊', en: 'Declined for a team' },
  'team.entered': { 'zh-Hans': '加进服务队', 'zh-Hant': '加進服務隊', en: 'Entered into a team' },
  'team.left': { 'zh-Hans': '离开服务队', 'zh-Hant': '離開服務隊', en: 'Left a team' },
  'team.stoodElsewhere': {
    'zh-Hans': '随服务队迁到别处',
    'zh-Hant': '隨服務隊遷到別處',
    en: 'Went along when the team moved',
  },
  'team.removed': { 'zh-Hans': '移出服务队', 'zh-Hant': '移出服務隊', en: 'Taken off a team' },
  'team.codeReplaced': { 'zh-Hans': '换了入队二维码', 'zh-Hant': '換了入隊二維碼', en: 'Replaced a team’s code' },
  'certificate.submit': { 'zh-Hans': '上传证书', 'zh-Hant': '上載證書', en: 'Handed in a certificate' },
  'certificate.openFile': {
    'zh-Hans': '打开证书文件',
    'zh-Hant': '打開證書檔案',
    en: 'Opened the file of a certificate',
  },
  'certificate.verify': { 'zh-Hans': '核实证书', 'zh-Hant': '核實證書', en: 'Accepted a certificate' },
  'certificate.refuse': { 'zh-Hans': '没有通过证书', 'zh-Hant': '沒有通過證書', en: 'Refused a certificate' },
  'certificate.withdraw': { 'zh-Hans': '撤回证书', 'zh-Hant': '撤回證書', en: 'Took back a certificate' },
  'training.record': { 'zh-Hans': '登记培训', 'zh-Hant': '登記培訓', en: 'Recorded a training' },
  'qualification.add': { 'zh-Hans': '增加资格种类', 'zh-Hant': '增加資格種類', en: 'Added a kind of qualification' },
  'qualification.retire': {
    'zh-Hans': '停用资格种类',
    'zh-Hant': '停用資格種類',
    en: 'Retired a kind of qualification',
  },
  'skill.add': { 'zh-Hans': '增加技能', 'zh-Hant': '增加技能', en: 'Added a skill' },
  'skill.change': { 'zh-Hans': '修改技能', 'zh-Hant': '修改技能', en: 'Changed a skill' },
  'volunteer.insure': { 'zh-Hans': '登记保险', 'zh-Hant': '登記保險', en: 'Entered an insurance' },
  'mobile.changed': { 'zh-Hans': '更换手机号码', 'zh-Hant': '更換手機號碼', en: 'Changed the own mobile number' },
  'mobile.changedAtDesk': {
    'zh-Hans': '当面更换手机号码',
    'zh-Hant': '當面更換手機號碼',
    en: 'Changed somebody’s mobile number at the desk',
  },
  'reward.offered': { 'zh-Hans': '上架礼品', 'zh-Hant': '上架禮品', en: 'Offered a reward' },
  'reward.changed': { 'zh-Hans': '修改礼品', 'zh-Hant': '修改禮品', en: 'Changed a reward' },
  'reward.closed': { 'zh-Hans': '停止兑换礼品', 'zh-Hant': '停止兌換禮品', en: 'Stopped offering a reward' },
  'reward.handedOut': { 'zh-Hans': '发放礼品', 'zh-Hant': '發放禮品', en: 'Handed out a reward' },
  'settings.proposed': { 'zh-Hans': '提出改设置', 'zh-Hant': '提出改設定', en: 'Proposed a change of settings' },
  'settings.approved': { 'zh-Hans': '批准改设置', 'zh-Hant': '批准改設定', en: 'Approved a change of settings' },
  'settings.declined': {
    'zh-Hans': '没有采用改设置',
    'zh-Hant': '沒有採用改設定',
    en: 'Declined a change of settings',
  },
  'settings.withdrawn': { 'zh-Hans': '撤回改设置', 'zh-Hant': '撤回改設定', en: 'Took back a change of settings' },
  'pointsRules.proposed': { 'zh-Hans': '提出积分规则', 'zh-Hant': '提出積分規則', en: 'Proposed rules of points' },
  'pointsRules.approved': { 'zh-Hans': '批准积分规则', 'zh-Hant': '批准積分規則', en: 'Approved rules of points' },
  'pointsRules.declined': { 'zh-Hans': '否决积分规则', 'zh-Hant': '否決積分規則', en: 'Declined rules of points' },
  'pointsRules.dayCalled': {
    'zh-Hans': '宣布恶劣天气或应急日',
    'zh-Hant': '宣佈惡劣天氣或應急日',
    en: 'Called a day one of bad weather or emergency',
  },
  'help.planned': {
    'zh-Hans': '把求助排成班次',
    'zh-Hant': '把求助排成班次',
    en: 'Made a shift of a request for help',
  },
  'help.declined': { 'zh-Hans': '没有接受求助', 'zh-Hant': '沒有接受求助', en: 'Declined a request for help' },
  'pointsAdjustment.asked': { 'zh-Hans': '提出调整积分', 'zh-Hant': '提出調整積分', en: 'Asked to adjust points' },
  'pointsAdjustment.approved': {
    'zh-Hans': '批准调整积分',
    'zh-Hant': '批准調整積分',
    en: 'Approved adjusting points',
  },
  'pointsAdjustment.declined': {
    'zh-Hans': '否决调整积分',
    'zh-Hant': '否決調整積分',
    en: 'Declined adjusting points',
  },
  'audit.export': { 'zh-Hans': '导出操作记录', 'zh-Hant': '匯出操作記錄', en: 'Exported the audit' },
  'person.copied': { 'zh-Hans': '下载自己的资料', 'zh-Hant': '下載自己的資料', en: 'Downloaded their own data' },
  'correction.asked': { 'zh-Hans': '申请更正资料', 'zh-Hant': '申請更正資料', en: 'Asked for a correction' },
  'correction.settled': { 'zh-Hans': '答复更正申请', 'zh-Hant': '答覆更正申請', en: 'Answered a correction request' },
  'closure.asked': { 'zh-Hans': '申请注销账户', 'zh-Hant': '申請註銷帳戶', en: 'Asked to close the account' },
  'closure.takenBack': { 'zh-Hans': '撤回注销申请', 'zh-Hant': '撤回註銷申請', en: 'Took back the wish to close' },
  'closure.carriedOut': { 'zh-Hans': '注销了账户', 'zh-Hant': '註銷了帳戶', en: 'Closed the account' },
};

/** By what an act begins with. */
const kinds: Readonly<Record<string, Text>> = {
  'consent.given': { 'zh-Hans': '表示同意', 'zh-Hant': '表示同意', en: 'Gave a consent' },
  'consent.withdrawn': { 'zh-Hans': '撤回同意', 'zh-Hant': '撤回同意', en: 'Took back a consent' },
  'team.position': { 'zh-Hans': '安排岗位', 'zh-Hant': '安排崗位', en: 'Set a position in a team' },
  role: { 'zh-Hans': '变更身份', 'zh-Hant': '變更身份', en: 'Changed a role' },
  volunteer: { 'zh-Hans': '处理志愿者登记', 'zh-Hant': '處理志願者登記', en: 'Worked on a registration' },
  team: { 'zh-Hans': '处理服务队事务', 'zh-Hant': '處理服務隊事務', en: 'Worked on a team' },
  merge: { 'zh-Hans': '合并重复登记', 'zh-Hant': '合併重複登記', en: 'Merged registrations' },
  certificate: { 'zh-Hans': '处理证书', 'zh-Hant': '處理證書', en: 'Worked on a certificate' },
};
const other: Text = { 'zh-Hans': '其他操作', 'zh-Hant': '其他操作', en: 'Something else' };

/** An act in words. */
export function auditInWords(action: string): Text {
  const parts = action.split('.');
  return words[action] ?? kinds[parts.slice(0, 2).join('.')] ?? kinds[parts[0] ?? ''] ?? other;
}

/** The columns of a file of the audit, in order. */
export const auditColumns: readonly Text[] = [
  { 'zh-Hans': '时间（UTC）', 'zh-Hant': '時間（UTC）', en: 'Time (UTC)' },
  { 'zh-Hans': '时间（北京）', 'zh-Hant': '時間（北京）', en: 'Time (Beijing)' },
  { 'zh-Hans': '操作', 'zh-Hant': '操作', en: 'Act' },
  { 'zh-Hans': '操作代码', 'zh-Hant': '操作代碼', en: 'Code of the act' },
  { 'zh-Hans': '经办账户', 'zh-Hant': '經辦帳戶', en: 'By account' },
  { 'zh-Hans': '经办身份', 'zh-Hant': '經辦身份', en: 'As' },
  { 'zh-Hans': '相关的人', 'zh-Hant': '相關的人', en: 'Person' },
  { 'zh-Hans': '其他对象', 'zh-Hant': '其他對象', en: 'Subject' },
  { 'zh-Hans': '范围', 'zh-Hant': '範圍', en: 'Scope' },
  { 'zh-Hans': '接口', 'zh-Hant': '接口', en: 'Operation' },
  { 'zh-Hans': '原因', 'zh-Hant': '原因', en: 'Reason' },
];

export const auditFilenames: Readonly<Record<Language, string>> = {
  'zh-Hans': '操作记录',
  'zh-Hant': '操作記錄',
  en: 'audit',
};
