import { browserNames, systemNames } from '../identity/device.ts';
import { roleNames } from '../identity/role-names.ts';
import { signInChangeNames } from '../identity/sign-in-words.ts';
import { fill, type Language, type Text } from '../kernel/language.ts';
import { clockOf } from '../kernel/time.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** Each notice as a heading and a sentence that says what to do next. */
const texts: Readonly<Record<NoticeKind, { heading: Text; body: Text }>> = {
  volunteerApproved: {
    heading: { 'zh-Hans': '登记通过了', 'zh-Hant': '登記通過了', en: 'You are in' },
    body: {
      'zh-Hans': '欢迎加入西关达人！现在可以报名班次了。',
      'zh-Hant': '歡迎加入西關達人！現在可以報名班次了。',
      en: 'Welcome! You can sign up for shifts from now on.',
    },
  },
  volunteerDeclined: {
    heading: { 'zh-Hans': '登记没有通过', 'zh-Hant': '登記沒有通過', en: 'Your registration was not accepted' },
    body: {
      'zh-Hans': '请到“我的资料”查看原因，或联系所在社区。',
      'zh-Hant': '請到「我的資料」查看原因，或聯絡所在社區。',
      en: 'Please look at your profile for the reason, or ask your community office.',
    },
  },
  volunteerSuspended: {
    heading: { 'zh-Hans': '暂时不能报名了', 'zh-Hant': '暫時不能報名了', en: 'Your signing up is suspended' },
    body: {
      'zh-Hans': '已报的班次都已退出。请到“我的资料”查看原因，有疑问请联系所在社区。',
      'zh-Hant': '已報的班次都已退出。請到「我的資料」查看原因，有疑問請聯絡所在社區。',
      en: 'Your coming shifts are given back. Please look at your profile for the reason, or ask your community office.',
    },
  },
  suspensionLifted: {
    heading: { 'zh-Hans': '可以重新报名了', 'zh-Hant': '可以重新報名了', en: 'You can sign up again' },
    body: {
      'zh-Hans': '欢迎回来！请看看有哪些班次。',
      'zh-Hant': '歡迎回來！請看看有哪些班次。',
      en: 'Welcome back! Please have a look at the shifts.',
    },
  },
  correctionAnswered: {
    heading: {
      'zh-Hans': '更正申请有答复了',
      'zh-Hant': '更正申請有答覆了',
      en: 'Your correction request is answered',
    },
    body: {
      'zh-Hans': '请到“我的个人信息”查看答复。',
      'zh-Hant': '請到「我的個人資料」查看答覆。',
      en: 'Please look at the page of your personal data.',
    },
  },
  qualificationGained: {
    heading: { 'zh-Hans': '资格已生效', 'zh-Hant': '資格已生效', en: 'Your qualification is in force' },
    body: {
      'zh-Hans': '“{qualification}”已经核实。可以报名需要它的班次了。',
      'zh-Hant': '「{qualification}」已經核實。可以報名需要它的班次了。',
      en: '“{qualification}” has been checked. You can sign up for shifts that ask for it.',
    },
  },
  certificateRefused: {
    heading: { 'zh-Hans': '证书没有通过核实', 'zh-Hant': '證書沒有通過核實', en: 'A certificate was not accepted' },
    body: {
      'zh-Hans': '“{qualification}”没有通过。请到“我的证书”看原因，改好后可以再交。',
      'zh-Hant': '「{qualification}」沒有通過。請到「我的證書」看原因，改好後可以再交。',
      en: '“{qualification}” was not accepted. Your certificates say why; you can hand in a better one.',
    },
  },
  qualificationExpiring: {
    heading: { 'zh-Hans': '资格快到期了', 'zh-Hant': '資格快到期了', en: 'A qualification runs out soon' },
    body: {
      'zh-Hans': '“{qualification}”还有 {daysLeft} 天到期（{expiresOn}）。请尽早上传新证书，以免已报的班次被退出。',
      'zh-Hant': '「{qualification}」還有 {daysLeft} 天到期（{expiresOn}）。請盡早上傳新證書，以免已報的班次被退出。',
      en: '“{qualification}” runs out in {daysLeft} days ({expiresOn}). Please upload the new one, so that you keep your shifts.',
    },
  },
  qualificationExpired: {
    heading: { 'zh-Hans': '资格已经到期', 'zh-Hant': '資格已經到期', en: 'A qualification has run out' },
    body: {
      'zh-Hans': '“{qualification}”已经到期，需要它的班次已为您退出。换了新证书请上传，核实后可以再报名。',
      'zh-Hant': '「{qualification}」已經到期，需要它的班次已為您退出。換了新證書請上傳，核實後可以再報名。',
      en: '“{qualification}” has run out, and shifts that need it are given back. Please upload the new one to sign up again.',
    },
  },
  signedUp: {
    heading: { 'zh-Hans': '报名成功', 'zh-Hant': '報名成功', en: 'You have a place' },
    body: {
      'zh-Hans': '{title}，{startsAt} 开始，集合地点：{place}。不能来请尽早取消。',
      'zh-Hant': '{title}，{startsAt} 開始，集合地點：{place}。不能來請盡早取消。',
      en: '{title} begins on {startsAt} at {place}. If you cannot come, please cancel early.',
    },
  },
  signUpCancelled: {
    heading: { 'zh-Hans': '报名已取消', 'zh-Hant': '報名已取消', en: 'Your place is given back' },
    body: {
      'zh-Hans': '{title}（{startsAt}）已取消报名。欢迎看看其他班次。',
      'zh-Hant': '{title}（{startsAt}）已取消報名。歡迎看看其他班次。',
      en: 'You are no longer signed up for {title} ({startsAt}). Other shifts are open to you.',
    },
  },
  memberReleased: {
    heading: { 'zh-Hans': '有队员退出班次', 'zh-Hant': '有隊員退出班次', en: 'Somebody is out of a shift' },
    body: {
      'zh-Hans': '{name}的“{skill}”资格不再有效，已退出{title}（{startsAt}），名额给了候补。请看看人手够不够。',
      'zh-Hant': '{name}的「{skill}」資格不再有效，已退出{title}（{startsAt}），名額給了候補。請看看人手夠不夠。',
      en: 'The qualification of {name} ({skill}) is no longer in force. The place in {title} ({startsAt}) is open again; please look at the staffing.',
    },
  },
  handoverOffered: {
    heading: { 'zh-Hans': '请您替个班', 'zh-Hant': '請您替個班', en: 'Could you stand in?' },
    body: {
      'zh-Hans': '{name}来不了{title}（{startsAt}），想请人替班。能来的话请点开接下，先到先得。',
      'zh-Hant': '{name}來不了{title}（{startsAt}），想請人替班。能來的話請點開接下，先到先得。',
      en: '{name} cannot come to {title} ({startsAt}) and looks for somebody. If you can, please open this and take the place: the first has it.',
    },
  },
  swapOffered: {
    heading: { 'zh-Hans': '有人想和您换班', 'zh-Hant': '有人想和您換班', en: 'Somebody would like to swap' },
    body: {
      'zh-Hans': '{name}想用{title}（{startsAt}）和您换一个班。请点开看看，答应或婉拒都可以。',
      'zh-Hant': '{name}想用{title}（{startsAt}）和您換一個班。請點開看看，答應或婉拒都可以。',
      en: '{name} would like to swap {title} ({startsAt}) for a shift of yours. Please have a look; you may say yes or no.',
    },
  },
  handoverByLeader: {
    heading: {
      'zh-Hans': '队长在帮您找人替班',
      'zh-Hant': '隊長在幫您找人替班',
      en: 'Your leader looks for a substitute',
    },
    body: {
      'zh-Hans': '{title}（{startsAt}）有人接之前，名额还是您的，没人接请照常来。能来的话可以收回。',
      'zh-Hant': '{title}（{startsAt}）有人接之前，名額還是您的，沒人接請照常來。能來的話可以收回。',
      en: 'The place in {title} ({startsAt}) stays yours until somebody takes it; until then please come. If you can come, you may withdraw this.',
    },
  },
  handoverTaken: {
    heading: { 'zh-Hans': '有人替您了', 'zh-Hant': '有人替您了', en: 'Somebody has taken your place' },
    body: {
      'zh-Hans': '{name}接下了{title}（{startsAt}），您不用来了。记得说声谢谢。',
      'zh-Hant': '{name}接下了{title}（{startsAt}），您不用來了。記得說聲謝謝。',
      en: '{name} has taken {title} ({startsAt}), so you need not come. A word of thanks would be nice.',
    },
  },
  handoverDeclined: {
    heading: { 'zh-Hans': '对方接不了', 'zh-Hant': '對方接不了', en: 'The answer is no' },
    body: {
      'zh-Hans': '{name}接不了{title}（{startsAt}），名额还是您的。可以再问问别的队友。',
      'zh-Hant': '{name}接不了{title}（{startsAt}），名額還是您的。可以再問問別的隊友。',
      en: '{name} cannot take {title} ({startsAt}), so the place is still yours. You can ask somebody else.',
    },
  },
  handoverLapsed: {
    heading: { 'zh-Hans': '没有人接，请照常来', 'zh-Hant': '沒有人接，請照常來', en: 'Nobody took it: please come' },
    body: {
      'zh-Hans': '{title}（{startsAt}）报名已截止，没有人接，名额还是您的。实在来不了请马上告诉队长。',
      'zh-Hant': '{title}（{startsAt}）報名已截止，沒有人接，名額還是您的。實在來不了請馬上告訴隊長。',
      en: 'Sign-up for {title} ({startsAt}) has closed and nobody took your place, so it is yours. If you really cannot come, please tell the leader at once.',
    },
  },
  handoverWithdrawn: {
    heading: { 'zh-Hans': '不用替班了', 'zh-Hant': '不用替班了', en: 'No substitute is needed' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不用找人替了，谢谢您。',
      'zh-Hant': '{title}（{startsAt}）不用找人替了，謝謝您。',
      en: 'Nobody is looked for any more for {title} ({startsAt}). Thank you.',
    },
  },
  memberHandsOver: {
    heading: { 'zh-Hans': '有队员在找人替班', 'zh-Hant': '有隊員在找人替班', en: 'A member looks for a substitute' },
    body: {
      'zh-Hans': '{name}想让出{title}（{startsAt}）的名额，有人接之前仍由本人负责。详情见班次页。',
      'zh-Hant': '{name}想讓出{title}（{startsAt}）的名額，有人接之前仍由本人負責。詳情見班次頁。',
      en: '{name} would like to hand over a place in {title} ({startsAt}) and has it until somebody takes it. The page of the shift shows how it stands.',
    },
  },
  memberHandedOver: {
    heading: { 'zh-Hans': '替班换好了', 'zh-Hant': '替班換好了', en: 'A substitute is found' },
    body: {
      'zh-Hans': '{title}（{startsAt}）：{taker}接替了{name}。',
      'zh-Hant': '{title}（{startsAt}）：{taker}接替了{name}。',
      en: '{title} ({startsAt}): {taker} comes in the place of {name}.',
    },
  },
  cancelledLate: {
    heading: { 'zh-Hans': '有人临时不能来', 'zh-Hant': '有人臨時不能來', en: 'Somebody cannot come after all' },
    body: {
      'zh-Hans': '{name}退出了{title}（{startsAt}），原因：{reason}。请看看人手够不够。',
      'zh-Hant': '{name}退出了{title}（{startsAt}），原因：{reason}。請看看人手夠不夠。',
      en: '{name} is out of {title} ({startsAt}), because: {reason}. Please look at the staffing.',
    },
  },
  placeWithdrawn: {
    heading: { 'zh-Hans': '班次名额减少了', 'zh-Hant': '班次名額減少了', en: 'Fewer places in a shift' },
    body: {
      'zh-Hans': '{title}（{startsAt}）减少了名额，您的报名已取消。原因：{reason}',
      'zh-Hant': '{title}（{startsAt}）減少了名額，您的報名已取消。原因：{reason}',
      en: '{title} ({startsAt}) has fewer places now, and yours is no longer there, because: {reason}',
    },
  },
  shiftCalledOff: {
    heading: { 'zh-Hans': '班次取消了', 'zh-Hant': '班次取消了', en: 'The shift is called off' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不办了，请不用过来。原因：{reason}',
      'zh-Hant': '{title}（{startsAt}）不辦了，請不用過來。原因：{reason}',
      en: '{title} ({startsAt}) will not be held, so please do not come. The reason: {reason}',
    },
  },
  shiftMessage: {
    heading: { 'zh-Hans': '队长有话对您说', 'zh-Hant': '隊長有話對您說', en: 'A word from your team leader' },
    body: {
      'zh-Hans': '{title}（{startsAt}）：{text}',
      'zh-Hant': '{title}（{startsAt}）：{text}',
      en: '{title} ({startsAt}): {text}',
    },
  },
  seatOffered: {
    heading: { 'zh-Hans': '有名额了', 'zh-Hant': '有名額了', en: 'A place is free for you' },
    body: {
      'zh-Hans': '{title}（{startsAt}）为您留了一个名额，请在 {until} 前确认。',
      'zh-Hant': '{title}（{startsAt}）為您留了一個名額，請在 {until} 前確認。',
      en: 'A place in {title} ({startsAt}) is held for you. Please accept it before {until}.',
    },
  },
  offerLapsed: {
    heading: { 'zh-Hans': '名额已让给下一位', 'zh-Hant': '名額已讓給下一位', en: 'The place went to the next in line' },
    body: {
      'zh-Hans': '{title}（{startsAt}）的名额没有及时确认。想参加可以再加入候补。',
      'zh-Hant': '{title}（{startsAt}）的名額沒有及時確認。想參加可以再加入候補。',
      en: 'The place in {title} ({startsAt}) was not accepted in time. You can join the waitlist again.',
    },
  },
  waitlistClosed: {
    heading: { 'zh-Hans': '候补没有等到名额', 'zh-Hant': '候補沒有等到名額', en: 'No place became free' },
    body: {
      'zh-Hans': '{title}（{startsAt}）报名已截止，没有空出名额。请看看其他班次。',
      'zh-Hant': '{title}（{startsAt}）報名已截止，沒有空出名額。請看看其他班次。',
      en: 'Sign-up for {title} ({startsAt}) has closed without a free place. Please look at other shifts.',
    },
  },
  placeMoved: {
    heading: { 'zh-Hans': '班次时间改了', 'zh-Hant': '班次時間改了', en: 'The time of a shift has changed' },
    body: {
      'zh-Hans': '{title}改到 {startsAt}，集合地点：{place}，您的名额跟着过去了。不能来请尽早取消。',
      'zh-Hant': '{title}改到 {startsAt}，集合地點：{place}，您的名額跟著過去了。不能來請盡早取消。',
      en: '{title} is now at {startsAt}, at {place}. Your place went along; if you cannot come, please cancel early.',
    },
  },
  standingRefused: {
    heading: {
      'zh-Hans': '这一次没有替您报上名',
      'zh-Hant': '這一次沒有替您報上名',
      en: 'You are not signed up for one date',
    },
    body: {
      'zh-Hans': '{title}（{startsAt}）没有替您报上：{why}',
      'zh-Hant': '{title}（{startsAt}）沒有替您報上：{why}',
      en: '{title} ({startsAt}): {why}',
    },
  },
  regularMissing: {
    heading: {
      'zh-Hans': '有固定成员这次来不了',
      'zh-Hant': '有固定成員這次來不了',
      en: 'A regular is missing on one date',
    },
    body: {
      'zh-Hans': '{name}没有报上{title}（{startsAt}）：{why}。请看看人手够不够。',
      'zh-Hant': '{name}沒有報上{title}（{startsAt}）：{why}。請看看人手夠不夠。',
      en: '{name} is not signed up for {title} ({startsAt}): {why}. Please look at the staffing.',
    },
  },
  regularAsked: {
    heading: { 'zh-Hans': '有人想成为固定成员', 'zh-Hant': '有人想成為固定成員', en: 'Somebody asks to be a regular' },
    body: {
      'zh-Hans': '{name}想固定参加{title}，请到“固定班次”答复。',
      'zh-Hant': '{name}想固定參加{title}，請到「固定班次」答覆。',
      en: '{name} would like to be a regular of {title}. Please answer on the page of the series.',
    },
  },
  regularInvited: {
    heading: {
      'zh-Hans': '队长邀请您成为固定成员',
      'zh-Hant': '隊長邀請您成為固定成員',
      en: 'You are invited to be a regular',
    },
    body: {
      'zh-Hans': '答应后，{title}每次新排的班次都会先替您报名。请到“我的固定班次”答复。',
      'zh-Hant': '答應後，{title}每次新排的班次都會先替您報名。請到「我的固定班次」答覆。',
      en: 'If you accept, you are signed up for each new shift of {title}. Please answer among your regular shifts.',
    },
  },
  regularJoined: {
    heading: { 'zh-Hans': '您是固定成员了', 'zh-Hant': '您是固定成員了', en: 'You are a regular now' },
    body: {
      'zh-Hans': '{title}每次新排的班次都会先替您报名；有事可以先请假，随时可以退出。',
      'zh-Hant': '{title}每次新排的班次都會先替您報名；有事可以先請假，隨時可以退出。',
      en: 'You are signed up for each new shift of {title}. You can note down days of leave, and stop at any time.',
    },
  },
  regularDeclined: {
    heading: { 'zh-Hans': '固定报名没有成', 'zh-Hant': '固定報名沒有成', en: 'No regular place this time' },
    body: {
      'zh-Hans': '{title}这次没有成为固定成员，仍可以单独报名每个班次。',
      'zh-Hant': '{title}這次沒有成為固定成員，仍可以單獨報名每個班次。',
      en: 'You are no regular of {title}; single shifts are still open to you.',
    },
  },
  regularPaused: {
    heading: { 'zh-Hans': '固定报名暂停了', 'zh-Hant': '固定報名暫停了', en: 'Your regular place is paused' },
    body: {
      'zh-Hans': '{title}暂时不再替您报名，已报的班次也退出了。想继续，请和队长聊一聊。',
      'zh-Hant': '{title}暫時不再替您報名，已報的班次也退出了。想繼續，請和隊長聊一聊。',
      en: 'You are not signed up for {title} for now, and coming places are given back. To go on, please talk with your team leader.',
    },
  },
  regularResumed: {
    heading: { 'zh-Hans': '固定报名恢复了', 'zh-Hant': '固定報名恢復了', en: 'Your regular place goes on' },
    body: {
      'zh-Hans': '{title}又会替您报名了，欢迎回来。',
      'zh-Hant': '{title}又會替您報名了，歡迎回來。',
      en: 'You are signed up for {title} again. Welcome back!',
    },
  },
  shiftReminder: {
    heading: { 'zh-Hans': '班次快到了', 'zh-Hant': '班次快到了', en: 'Your shift is near' },
    body: {
      'zh-Hans': '{title}，{startsAt} 开始，集合地点：{place}。不能来请现在取消，好让别人补上。',
      'zh-Hant': '{title}，{startsAt} 開始，集合地點：{place}。不能來請現在取消，好讓別人補上。',
      en: '{title} begins on {startsAt} at {place}. If you cannot come, please cancel now, so that somebody else can.',
    },
  },
  shiftUnderstaffed: {
    heading: { 'zh-Hans': '班次还缺人', 'zh-Hant': '班次還缺人', en: 'A shift is short of people' },
    body: {
      'zh-Hans': '{title}（{startsAt}）还差 {free} 人。可以在队里招呼一声，或调整名额。',
      'zh-Hant': '{title}（{startsAt}）還差 {free} 人。可以在隊裡招呼一聲，或調整名額。',
      en: '{title} ({startsAt}) still has {free} free places. You could ask around in the team, or change the places.',
    },
  },
  teamDigest: {
    heading: { 'zh-Hans': '今日队务小结', 'zh-Hant': '今日隊務小結', en: 'Your teams today' },
    body: {
      'zh-Hans': '{day}：今后两天有 {shifts} 个班次，其中 {understaffed} 个还缺人，共差 {free} 人。',
      'zh-Hant': '{day}：今後兩天有 {shifts} 個班次，其中 {understaffed} 個還缺人，共差 {free} 人。',
      en: '{day}: {shifts} shifts in the next two days, {understaffed} of them short of people, {free} places free.',
    },
  },
  serviceConfirmed: {
    heading: { 'zh-Hans': '服务时长已确认', 'zh-Hant': '服務時長已確認', en: 'Your service is confirmed' },
    body: {
      'zh-Hans': '{day} 的服务记入 {minutes} 分钟，谢谢您！可以在“服务记录”里查看。',
      'zh-Hant': '{day} 的服務記入 {minutes} 分鐘，謝謝您！可以在「服務記錄」裡查看。',
      en: '{minutes} minutes on {day} are in your service records. Thank you!',
    },
  },
  serviceReversed: {
    heading: { 'zh-Hans': '服务记录有更正', 'zh-Hant': '服務記錄有更正', en: 'A service record was corrected' },
    body: {
      'zh-Hans': '{day} 的 {minutes} 分钟已撤销，原因在“服务记录”里。有疑问请联系社区协调员。',
      'zh-Hant': '{day} 的 {minutes} 分鐘已撤銷，原因在「服務記錄」裡。有疑問請聯絡社區協調員。',
      en: '{minutes} minutes on {day} were taken back; your service records say why. If in doubt, please ask your coordinator.',
    },
  },
  noShowMarked: {
    heading: { 'zh-Hans': '那天没等到您', 'zh-Hant': '那天沒等到您', en: 'We missed you that day' },
    body: {
      'zh-Hans': '{title}（{startsAt}）队长记了您没来。谁都有来不了的时候；如果记错了，请到“我的出勤”说明。',
      'zh-Hant': '{title}（{startsAt}）隊長記了您沒來。誰都有來不了的時候；如果記錯了，請到「我的出勤」說明。',
      en: 'The leader noted that you did not come to {title} ({startsAt}). It can happen to anyone; if it is a mistake, please say so under “My attendance”.',
    },
  },
  noShowTakenBack: {
    heading: { 'zh-Hans': '“没来”的记录已收回', 'zh-Hant': '「沒來」的記錄已收回', en: 'The note is taken back' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不再记为没来，您不用做什么。',
      'zh-Hant': '{title}（{startsAt}）不再記為沒來，您不用做什麼。',
      en: '{title} ({startsAt}) does not count as missed any more. There is nothing you need to do.',
    },
  },
  noShowUpheld: {
    heading: { 'zh-Hans': '您的说明有答复了', 'zh-Hant': '您的說明有答覆了', en: 'Your statement is answered' },
    body: {
      'zh-Hans': '{title}（{startsAt}）仍记为没来，理由在“我的出勤”里。有疑问请联系社区协调员。',
      'zh-Hant': '{title}（{startsAt}）仍記為沒來，理由在「我的出勤」裡。有疑問請聯絡社區協調員。',
      en: '{title} ({startsAt}) still counts as missed; “My attendance” says why. If in doubt, please ask the community coordinator.',
    },
  },
  noShowLifted: {
    heading: { 'zh-Hans': '您的说明有答复了', 'zh-Hant': '您的說明有答覆了', en: 'Your statement is answered' },
    body: {
      'zh-Hans': '{title}（{startsAt}）不再记为没来，谢谢您的说明。',
      'zh-Hant': '{title}（{startsAt}）不再記為沒來，謝謝您的說明。',
      en: '{title} ({startsAt}) does not count as missed any more. Thank you for explaining.',
    },
  },
  regularsPaused: {
    heading: {
      'zh-Hans': '固定报名先停一停',
      'zh-Hant': '固定報名先停一停',
      en: 'Your regular places take a break',
    },
    body: {
      'zh-Hans':
        '最近有几次没等到您，固定报名停到 {until}，之后自动恢复。和队长聊一聊，可以马上恢复；单次报名不受影响。',
      'zh-Hant':
        '最近有幾次沒等到您，固定報名停到 {until}，之後自動恢復。和隊長聊一聊，可以馬上恢復；單次報名不受影響。',
      en: 'We missed you a few times lately, so your regular places rest until {until} and then go on by themselves. A talk with your leader can end this at once; you can still sign up for single shifts.',
    },
  },
  regularsResumed: {
    heading: { 'zh-Hans': '固定报名恢复了', 'zh-Hant': '固定報名恢復了', en: 'Your regular places go on' },
    body: {
      'zh-Hans': '欢迎回来，以后的班次会照常为您报上。',
      'zh-Hant': '歡迎回來，以後的班次會照常為您報上。',
      en: 'Welcome back: you will be signed up for the coming shifts as before.',
    },
  },
  grantGiven: {
    heading: { 'zh-Hans': '您有了新的身份', 'zh-Hant': '您有了新的身份', en: 'You have a new role' },
    body: {
      'zh-Hans': '身份：{role}。如果不是您知道的安排，请马上联系所在街道。',
      'zh-Hant': '身份：{role}。如果不是您知道的安排，請馬上聯絡所在街道。',
      en: 'Your new role: {role}. If you did not expect this, please tell your street office at once.',
    },
  },
  deputyNamed: {
    heading: { 'zh-Hans': '请您代理一段时间', 'zh-Hant': '請您代理一段時間', en: 'You stand in for somebody' },
    body: {
      'zh-Hans': '代理身份：{role}，{from} 起，{until} 自动结束。',
      'zh-Hant': '代理身份：{role}，{from} 起，{until} 自動結束。',
      en: 'As {role}, from {from}. It ends by itself on {until}.',
    },
  },
  newDevice: {
    heading: { 'zh-Hans': '在新设备上登录了', 'zh-Hant': '在新裝置上登入了', en: 'A sign-in on a new device' },
    body: {
      'zh-Hans': '{at}，{system}，{browser}。如果不是您本人，请到“我的”退出所有设备。',
      'zh-Hant': '{at}，{system}，{browser}。如果不是您本人，請到「我的」登出所有裝置。',
      en: '{at}, {system}, {browser}. If this was not you, please sign out everywhere on your own page.',
    },
  },
  mobileChanged: {
    heading: { 'zh-Hans': '手机号码换了', 'zh-Hant': '手機號碼換了', en: 'Your mobile number was changed' },
    body: {
      'zh-Hans': '{changedBy}，从 {before} 换成 {after}，其他设备已经退出。如果不是您本人，请马上联系所在社区。',
      'zh-Hant': '{changedBy}，從 {before} 換成 {after}，其他裝置已經登出。如果不是您本人，請馬上聯絡所在社區。',
      en: '{changedBy}, from {before} to {after}. Other devices are signed out. If this was not you, please tell your community office at once.',
    },
  },
  recordsMerged: {
    heading: { 'zh-Hans': '两份登记合并了', 'zh-Hant': '兩份登記合併了', en: 'Your two records are one now' },
    body: {
      'zh-Hans': '{number} 已并入这一份：报名、志愿时、积分和证书都在这里。如果不是您的，请联系所在社区，可以撤销。',
      'zh-Hant': '{number} 已併入這一份：報名、志願時、積分和證書都在這裡。如果不是您的，請聯絡所在社區，可以撤銷。',
      en: '{number} went into this record, with its sign-ups, hours, points and certificates. If it was not yours, please tell your community office: it can be undone.',
    },
  },
  mergeUndone: {
    heading: { 'zh-Hans': '合并已经撤销', 'zh-Hant': '合併已經撤銷', en: 'Your records are two again' },
    body: {
      'zh-Hans': '{number} 重新是单独的一份，它原来的报名、志愿时、积分和证书都回到那里。',
      'zh-Hant': '{number} 重新是單獨的一份，它原來的報名、志願時、積分和證書都回到那裡。',
      en: '{number} is a record of its own again, with the sign-ups, hours, points and certificates that were its own.',
    },
  },
  grantEnded: {
    heading: { 'zh-Hans': '身份已收回', 'zh-Hant': '身份已收回', en: 'A role has ended' },
    body: {
      'zh-Hans': '您不再是{role}。有疑问请联系所在街道的协调员。',
      'zh-Hant': '您不再是{role}。有疑問請聯絡所在街道的協調員。',
      en: 'You no longer have this role: {role}. If in doubt, please ask the coordinator of your street.',
    },
  },
  signInChanged: {
    heading: { 'zh-Hans': '登录方式有变动', 'zh-Hant': '登入方式有變動', en: 'How you sign in has changed' },
    body: {
      'zh-Hans': '{at}，{change}。如果不是您本人，请到“我的”退出所有设备，并马上联系安全管理员。',
      'zh-Hant': '{at}，{change}。如果不是您本人，請到「我的」登出所有裝置，並馬上聯絡安全管理員。',
      en: '{at}: {change}. If this was not you, please sign out everywhere on your own page and tell the security administrator at once.',
    },
  },
};

/** The facts that are instants and read as the clock in Liwan. */
const instants: ReadonlySet<string> = new Set(['startsAt', 'until', 'from', 'at']);

/** The facts that are codes, and what each code is called. */
const codedFacts: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  role: roleNames,
  browser: browserNames,
  system: systemNames,
  changedBy: {
    self: { 'zh-Hans': '您用验证码换了号码', 'zh-Hant': '您用驗證碼換了號碼', en: 'You changed it with codes' },
    desk: {
      'zh-Hans': '协调员核对证件后换了号码',
      'zh-Hant': '協調員核對證件後換了號碼',
      en: 'A coordinator who saw your document changed it',
    },
  },
  change: signInChangeNames,
};

/** A notice in words. Instants read as the clock in Liwan. */
export function wordsOf(notice: Notice, language: Language): { heading: string; body: string } {
  const { heading, body } = texts[notice.kind];
  const facts = Object.entries(notice).map(([name, fact]) => [
    name,
    typeof fact === 'object'
      ? fact[language]
      : instants.has(name)
        ? clockOf(String(fact))[language]
        : (codedFacts[name]?.[String(fact)]?.[language] ?? fact),
  ]);
  return { heading: heading[language], body: fill(body[language], Object.fromEntries(facts)) };
}
