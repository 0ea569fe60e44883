import { defineErrors } from '../../kernel/errors.ts';

export const mobileErrors = defineErrors('mobile', {
  same: [
    'conflict',
    '这就是现在用的号码，不用换。请填新号码。',
    '這就是現在用的號碼，不用換。請填新號碼。',
    'This is the number in use already. Please give the new one.',
  ],
  known: [
    'conflict',
    '这个号码已经是另一份登记的。如果那也是您本人，请带证件到所在社区，请协调员把两份登记合并；如果不是您，请核对号码。',
    '這個號碼已經是另一份登記的。如果那也是您本人，請帶證件到所在社區，請協調員把兩份登記合併；如果不是您，請核對號碼。',
    'This number belongs to another record. If that is yours too, please take your document to your community office and have the two merged; if not, please check the number.',
  ],
  own: [
    'conflict',
    '不能以协调员身份更换自己的号码。请到“我的”里更换，或请另一位协调员来办。',
    '不能以協調員身份更換自己的號碼。請到「我的」裡更換，或請另一位協調員處理。',
    'You cannot change your own number as a coordinator. Please use your own page, or ask another coordinator.',
  ],
  holdsOffice: [
    'conflict',
    '这个人还担任其他职务，号码只能由本人用新旧两部手机更换。旧手机用不了的，请安全管理员先收回职务。',
    '這個人還擔任其他職務，號碼只能由本人用新舊兩部手機更換。舊手機用不了的，請安全管理員先收回職務。',
    'This person holds an office, so only they can change the number, with both phones. If the old phone is gone, a security administrator has to end the office first.',
  ],
  notServing: [
    'conflict',
    '这份登记已经注销或并入另一份，不能更换号码。',
    '這份登記已經註銷或併入另一份，不能更換號碼。',
    'This record is closed or went into another one, so its number cannot be changed.',
  ],
});
