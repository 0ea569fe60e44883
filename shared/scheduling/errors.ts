import { defineErrors } from '../kernel/errors.ts';

/** Why a shift cannot be signed up for, left, published or changed. */
export const shiftErrors = defineErrors('shift', {
  full: [
    'conflict',
    '名额已满。您可以加入候补，有人退出时会按先后通知您。',
    '名額已滿。您可以加入候補，有人退出時會按先後通知您。',
    'All places are taken. You can join the waitlist; when someone gives up a place, those in line are asked in turn.',
  ],
  alreadySignedUp: [
    'conflict',
    '您已经报名这个班次，请在“我的班次”里查看。',
    '您已經報名這個班次，請在「我的班次」裡查看。',
    'You are already signed up for this shift. You can see it among your shifts.',
  ],
  notSignedUp: [
    'conflict',
    '您没有报名这个班次，请刷新页面查看最新情况。',
    '您沒有報名這個班次，請重新整理頁面查看最新情況。',
    'You are not signed up for this shift. Please reload the page to see how things stand.',
  ],
  alreadyCame: [
    'conflict',
    '您已经签到，不能再退出。要提早离开，请签退，并告诉队长。',
    '您已經簽到，不能再退出。要提早離開，請簽退，並告訴隊長。',
    'You have checked in, so the place cannot be given back. If you must leave early, please check out and tell the team leader.',
  ],
  notActive: [
    'conflict',
    '您的志愿者登记还不能报名，请到“我的资料”查看进度，或联系社区协调员。',
    '您的志願者登記還不能報名，請到「我的資料」查看進度，或聯絡社區協調員。',
    'Your registration does not allow signing up yet. Please look at your profile, or ask your community coordinator.',
  ],
  notOpen: [
    'conflict',
    '这个班次现在不接受报名，请看看其他班次。',
    '這個班次現在不接受報名，請看看其他班次。',
    'This shift does not take sign-ups now. Please look at other shifts.',
  ],
  signUpClosed: [
    'conflict',
    '报名已于 {closedAt} 截止，请看看其他班次，或直接联系队长。',
    '報名已於 {closedAt} 截止，請看看其他班次，或直接聯絡隊長。',
    'Sign-up closed at {closedAt}. Please look at other shifts, or ask the team leader.',
  ],
  alreadyStarted: [
    'conflict',
    '班次已于 {startedAt} 开始，如有变动请直接联系队长。',
    '班次已於 {startedAt} 開始，如有變動請直接聯絡隊長。',
    'The shift began at {startedAt}. If something has changed, please tell the team leader directly.',
  ],
  skillMissing: [
    'conflict',
    '这个班次需要“{skill}”技能。如果您会，请先在“我的资料”里补上。',
    '這個班次需要「{skill}」技能。如果您會，請先在「我的資料」裡補上。',
    'This shift needs the skill “{skill}”. If you have it, please add it to your profile first.',
  ],
  minorAtNight: [
    'conflict',
    '未满 18 岁不能参加 22:00 至 06:00 的班次，请选白天的班次。',
    '未滿 18 歲不能參加 22:00 至 06:00 的班次，請選白天的班次。',
    'Under 18 you may not serve between 22:00 and 06:00. Please choose a shift in the day.',
  ],
  minorAtRisk: [
    'conflict',
    '这个班次风险较高，未满 18 岁不能参加。请选其他班次。',
    '這個班次風險較高，未滿 18 歲不能參加。請選其他班次。',
    'This shift has a higher risk, so it is for adults only. Please choose another one.',
  ],
  roleUnknown: [
    'conflict',
    '这个班次没有您选的岗位，请刷新页面后重选。',
    '這個班次沒有您選的崗位，請重新整理頁面後重選。',
    'This shift does not have the role that you chose. Please reload the page and choose again.',
  ],
  teamFirst: [
    'conflict',
    '{until} 之前只有本队队员可以报名，之后向所有人开放，请到时再来。',
    '{until} 之前只有本隊隊員可以報名，之後向所有人開放，請到時再來。',
    'Until {until} only members of the team can sign up; then it is open to everybody. Please come back then.',
  ],
  byInvitation: [
    'conflict',
    '这个班次由队长邀请。想参加的话，请与队长联系。',
    '這個班次由隊長邀請。想參加的話，請與隊長聯絡。',
    'This shift is by invitation. If you would like to come, please ask the team leader.',
  ],
  ownHelp: [
    'conflict',
    '这是您自己请街坊帮的忙，要由别人来帮。请选其他班次。',
    '這是您自己請街坊幫的忙，要由別人來幫。請選其他班次。',
    'You asked for this help yourself, so somebody else has to give it. Please choose another shift.',
  ],
  byAssignment: [
    'conflict',
    '这个班次由队长安排人员，再由本人确认。想参加的话，请与队长联系。',
    '這個班次由隊長安排人員，再由本人確認。想參加的話，請與隊長聯絡。',
    'For this shift the leader asks people, who then say yes. If you would like to come, please ask the team leader.',
  ],
  tooLittleRest: [
    'conflict',
    '与夜间班次“{title}”（{from} 至 {to}）之间休息不足 {hours} 小时。请注意休息，选别的时间。',
    '與夜間班次「{title}」（{from} 至 {to}）之間休息不足 {hours} 小時。請注意休息，選別的時間。',
    'There would be less than {hours} hours of rest around a night shift, with “{title}” ({from} to {to}). Please rest, and choose another time.',
  ],
  dayCap: [
    'conflict',
    '{day} 这一天会超过 {hours} 小时。请选别的日子；确实需要的话，请队长邀请您。',
    '{day} 這一天會超過 {hours} 小時。請選別的日子；確實需要的話，請隊長邀請您。',
    'That would make more than {hours} hours on {day}. Please choose another day, or ask the leader to invite you if it is needed.',
  ],
  riskUnconfirmed: [
    'conflict',
    '这个班次有一定风险。请打开班次页面，读完风险告知并确认后再报名。',
    '這個班次有一定風險。請打開班次頁面，讀完風險告知並確認後再報名。',
    'This shift has risks. Please open its page, read the notice of risks and confirm it, then sign up.',
  ],
  riskUnstated: [
    'conflict',
    '有风险的班次要先写明保险和风险告知，才能发布。请补上后再发布。',
    '有風險的班次要先寫明保險和風險告知，才能發佈。請補上後再發佈。',
    'A shift with risks must state its insurance and its notice of risks before it is published. Please add them first.',
  ],
  reasonNeeded: [
    'conflict',
    '离班次开始不到 {hours} 小时。请说明原因，队长会马上收到通知。',
    '離班次開始不到 {hours} 小時。請說明原因，隊長會馬上收到通知。',
    'The shift begins in less than {hours} hours. Please say why you cannot come; the leader is told at once.',
  ],
  overlaps: [
    'conflict',
    '与您已报名的“{title}”（{from} 至 {to}）时间重叠。请先取消那一个，或选别的时间。',
    '與您已報名的「{title}」（{from} 至 {to}）時間重疊。請先取消那一個，或選別的時間。',
    'This overlaps “{title}” ({from} to {to}), which you signed up for. Please cancel that one first, or choose another time.',
  ],
  weeklyCap: [
    'conflict',
    '这样您这一周会超过 {hours} 小时。请注意休息，选下一周的班次，或先取消一个。',
    '這樣您這一週會超過 {hours} 小時。請注意休息，選下一週的班次，或先取消一個。',
    'This would bring you above {hours} hours in that week. Please rest: choose another week, or cancel a shift first.',
  ],
  placesTaken: [
    'conflict',
    '已有 {taken} 个名额被占用或保留。请填 {taken} 或更多，或选出谁退出，并写明原因。',
    '已有 {taken} 個名額被佔用或保留。請填 {taken} 或更多，或選出誰退出，並寫明原因。',
    '{taken} places are taken or held for someone. Please enter {taken} or more, or choose who leaves and say why.',
  ],
  changedMeanwhile: [
    'conflict',
    '刚才有别人改过这个班次。下面列出了改动，请刷新页面，看过以后再改。',
    '剛才有別人改過這個班次。下面列出了改動，請重新整理頁面，看過以後再改。',
    'Somebody else has just changed this shift, as shown below. Please reload the page, look, and change it again.',
  ],
  placesMoved: [
    'conflict',
    '您打开页面时名额是 {seen}，刚才有人改成了 {now}。请刷新页面后再改。',
    '您打開頁面時名額是 {seen}，剛才有人改成了 {now}。請重新整理頁面後再改。',
    'You saw {seen} places; somebody has just made it {now}. Please reload the page and change it again.',
  ],
  tooManyLeave: [
    'conflict',
    '只需要 {count} 人退出。请少选几位，或把名额再减少一些。',
    '只需要 {count} 人退出。請少選幾位，或把名額再減少一些。',
    'Only {count} of them need to leave. Please choose fewer people, or fewer places.',
  ],
  riskFixed: [
    'conflict',
    '已经发布的班次，保险和风险告知不能再改，因为有人按它确认过。要改的话，请取消后新建。',
    '已經發佈的班次，保險和風險告知不能再改，因為有人按它確認過。要改的話，請取消後新建。',
    'Once a shift is published its insurance and its notice of risks stay, since people confirmed them. To change them, call it off and make a new one.',
  ],
  placesByRole: [
    'conflict',
    '这个班次按岗位设名额。请选一个岗位，再填它的名额。',
    '這個班次按崗位設名額。請選一個崗位，再填它的名額。',
    'This shift has places by role. Please choose a role and give the places of that one.',
  ],
  alreadyPublished: [
    'conflict',
    '这个班次已经发布，请刷新页面查看。',
    '這個班次已經發佈，請重新整理頁面查看。',
    'This shift has been published already. Please reload the page.',
  ],
  tooLateToPublish: [
    'conflict',
    '班次的开始或报名截止时间已过，不能发布。请新建一个班次。',
    '班次的開始或報名截止時間已過，不能發佈。請新建一個班次。',
    'The start, or the end of sign-up, has passed, so it cannot be published. Please make a new shift.',
  ],
  alreadyCalledOff: [
    'conflict',
    '这个班次已经取消，请刷新页面查看。',
    '這個班次已經取消，請重新整理頁面查看。',
    'This shift has been called off already. Please reload the page.',
  ],
  tooLateToCallOff: [
    'conflict',
    '班次已于 {startedAt} 开始，不能再取消。没有来的人，不确认时长即可。',
    '班次已於 {startedAt} 開始，不能再取消。沒有來的人，不確認時數即可。',
    'The shift began at {startedAt}, so it cannot be called off. For those who did not come, simply confirm no hours.',
  ],
  placesFixed: [
    'conflict',
    '班次已经开始或结束，名额不能再改。人员变动请在考勤里处理。',
    '班次已經開始或結束，名額不能再改。人員變動請在考勤裡處理。',
    'The shift has begun or is over, so its places stay as they are. Please deal with changes under attendance.',
  ],
});

/** Why someone cannot join or leave the line for a place, or take one that was offered. */
export const waitlistErrors = defineErrors('waitlist', {
  placesFree: [
    'conflict',
    '现在还有空位，不用候补，请直接报名。',
    '現在還有空位，不用候補，請直接報名。',
    'There are free places, so there is no need to wait. Please sign up directly.',
  ],
  alreadyWaiting: [
    'conflict',
    '您已在候补队伍里，轮到您时会收到通知。',
    '您已在候補隊伍裡，輪到您時會收到通知。',
    'You are already in line and will be told when it is your turn.',
  ],
  notWaiting: [
    'conflict',
    '您不在这个班次的候补队伍里，请刷新页面查看。',
    '您不在這個班次的候補隊伍裡，請重新整理頁面查看。',
    'You are not in line for this shift. Please reload the page.',
  ],
  offerOpen: [
    'conflict',
    '有一个空位正为您保留，请选择接受或放弃。',
    '有一個空位正為您保留，請選擇接受或放棄。',
    'A place is being held for you. Please accept or decline it.',
  ],
  offerGone: [
    'conflict',
    '为您保留的空位已经过期，您可以再次加入候补。',
    '為您保留的空位已經過期，您可以再次加入候補。',
    'The place is no longer held for you. You can join the line again.',
  ],
});
