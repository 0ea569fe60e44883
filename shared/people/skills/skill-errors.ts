import { defineErrors } from '../../kernel/errors.ts';

export const skillErrors = defineErrors('skill', {
  unknown: [
    'invalid',
    '技能目录里没有这一项。请刷新页面，从列出的技能里选。',
    '技能目錄裡沒有這一項。請重新整理頁面，從列出的技能裡選。',
    'The catalogue has no such skill. Please reload the page and choose from the list.',
  ],
  retired: [
    'invalid',
    '“{skill}”已经停用，不能再选。请取消勾选，或换一项。',
    '「{skill}」已經停用，不能再選。請取消勾選，或換一項。',
    '“{skill}” is retired and can no longer be chosen. Please leave it out or choose another one.',
  ],
  needsCertificate: [
    'invalid',
    '“{skill}”要有证书才能认定，请先不选。登记以后在“证书与培训”里上传证书，核实后会自动加上。',
    '「{skill}」要有證書才能認定，請先不選。登記以後在「證書與培訓」裡上傳證書，核實後會自動加上。',
    '“{skill}” needs a certificate, so please leave it out for now. Once registered, hand in the certificate; the skill is added when it has been checked.',
  ],
  nameKnown: [
    'conflict',
    '目录里已经有叫“{name}”的技能。请换一个名称，或重新启用原来那一项。',
    '目錄裡已經有叫「{name}」的技能。請換一個名稱，或重新啟用原來那一項。',
    'The catalogue has a skill named “{name}” already. Please choose another name, or open that one again.',
  ],
  changed: [
    'conflict',
    '这项技能刚被别人改过。请刷新页面，再改一次。',
    '這項技能剛被別人改過。請重新整理頁面，再改一次。',
    'Somebody else has just changed this skill. Please reload the page and try again.',
  ],
  full: [
    'conflict',
    '技能目录已满（最多 {most} 项）。请把用不到的改名使用。',
    '技能目錄已滿（最多 {most} 項）。請把用不到的改名使用。',
    'The catalogue is full ({most} skills at most). Please rename one that is not used.',
  ],
});

/** What choosing skills for a person can be refused for. */
export const choosingSkills = [skillErrors.unknown, skillErrors.retired, skillErrors.needsCertificate];
