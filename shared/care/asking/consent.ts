import type { Text } from '../../kernel/language.ts';

/**
 * What a person agrees to before a request is written down: a consent of its own for sensitive data (个人信息保护法 arts. 28–30), read
 * out or shown, and never ticked beforehand. A new text is a new version.
 */
export const careConsent = {
  version: '2026-11',
  text: {
    'zh-Hans':
      '我同意社工为安排心理支持记录我说的情况。可以一直用化名。只有我的社工和为我安排的心理志愿者能看；情况危急时，值班人员能看到怎样联系我。随时可以要求停止和删除。',
    'zh-Hant':
      '我同意社工為安排心理支持記錄我說的情況。可以一直用化名。只有我的社工和為我安排的心理志願者能看；情況危急時，值班人員能看到怎樣聯絡我。隨時可以要求停止和刪除。',
    en: 'I agree that the social worker writes down what I say to arrange support. I may keep an alias. Only my social worker and the counsellor arranged for me can read it; in an emergency the people on call see how to reach me. I can ask at any time for this to stop and be deleted.',
  },
} as const satisfies { version: string; text: Text };

/** What somebody agrees to who asks by the web: the same, and what stays in our care and in her own hands. */
export const webConsent = {
  version: 'web-2026-11',
  text: {
    'zh-Hans':
      '我同意社工看我在这里写的内容，为我安排心理支持。可以一直用化名，不用登录。只有接手的社工和为我安排的心理志愿者能看；情况危急时，值班人员能看到怎样联系我。写下的内容加密保存，不进入志愿者记录。我可以用取回码随时停止，也可以请社工删除。',
    'zh-Hant':
      '我同意社工看我在這裡寫的內容，為我安排心理支持。可以一直用化名，不用登入。只有接手的社工和為我安排的心理志願者能看；情況危急時，值班人員能看到怎樣聯絡我。寫下的內容加密保存，不進入志願者記錄。我可以用取回碼隨時停止，也可以請社工刪除。',
    en: 'I agree that a social worker reads what I write here, to arrange support. I may keep an alias and need not sign in. Only the social worker who takes it on and the counsellor arranged for me can read it; in an emergency the people on call see how to reach me. It is kept encrypted, apart from all volunteer records. With my return code I can stop this at any time, and I can ask the social worker to delete it.',
  },
} as const satisfies { version: string; text: Text };
