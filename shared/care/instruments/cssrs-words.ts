import type { Text } from '../../kernel/language.ts';
import type { CssrsAnswers } from './cssrs.ts';

/**
 * The questions of the Columbia screener (C-SSRS, recent; Posner et al., Am J Psychiatry 2011; The Columbia Lighthouse Project, cssrs.columbia.edu),
 * which is free for everybody in communities and care. The Chinese wording is ours, after the English one.
 */
export const cssrsWords: Readonly<{
  source: string;
  licence: string;
  lead: Text;
  items: readonly Readonly<{ name: keyof CssrsAnswers; text: Text }>[];
  yesOrNo: readonly Readonly<{ value: string; text: Text }>[];
  behaviour: readonly Readonly<{ value: string; text: Text }>[];
}> = {
  source: 'Posner K et al. Am J Psychiatry 2011;168:1266–1277. The Columbia Lighthouse Project, cssrs.columbia.edu',
  licence: 'Free to use in communities and care; the Chinese wording is our own.',
  lead: {
    'zh-Hans': '下面的问题，我们对每一位提到这类念头的人都会问。前五题说的是最近一个月。',
    'zh-Hant': '下面的問題，我們對每一位提到這類念頭的人都會問。前五題說的是最近一個月。',
    en: 'We ask these questions of everybody who speaks of such thoughts. The first five are about the past month.',
  },
  items: [
    {
      name: 'q1',
      text: {
        'zh-Hans': '您有没有希望自己死去，或希望睡着后不再醒来？',
        'zh-Hant': '您有沒有希望自己死去，或希望睡着後不再醒來？',
        en: 'Have you wished you were dead or wished you could go to sleep and not wake up?',
      },
    },
    {
      name: 'q2',
      text: {
        'zh-Hans': '您有没有真的想过要结束自己的生命？',
        'zh-Hant': '您有沒有真的想過要結束自己的生命？',
        en: 'Have you actually had any thoughts about killing yourself?',
      },
    },
    {
      name: 'q3',
      text: {
        'zh-Hans': '您有没有想过会怎样做？',
        'zh-Hant': '您有沒有想過會怎樣做？',
        en: 'Have you thought about how you might do this?',
      },
    },
    {
      name: 'q4',
      text: {
        'zh-Hans': '有这些念头时，您有没有几分真要去做的打算？',
        'zh-Hant': '有這些念頭時，您有沒有幾分真要去做的打算？',
        en: 'Have you had any intention of acting on these thoughts of killing yourself?',
      },
    },
    {
      name: 'q5',
      text: {
        'zh-Hans': '您有没有开始想好，或已经想好怎样结束生命的细节，并且打算照着去做？',
        'zh-Hant': '您有沒有開始想好，或已經想好怎樣結束生命的細節，並且打算照着去做？',
        en: 'Have you started to work out, or worked out, the details of how to kill yourself, and do you intend to carry out this plan?',
      },
    },
    {
      name: 'q6',
      text: {
        'zh-Hans': '您有没有做过、开始做过，或准备过任何结束自己生命的事？例如写下遗言、把东西送人、准备好方法。',
        'zh-Hant': '您有沒有做過、開始做過，或準備過任何結束自己生命的事？例如寫下遺言、把東西送人、準備好方法。',
        en: 'Have you ever done anything, started to do anything, or prepared to do anything to end your life? For example written a note, given things away, got ready a way to do it.',
      },
    },
  ],
  yesOrNo: [
    { value: 'no', text: { 'zh-Hans': '没有', 'zh-Hant': '沒有', en: 'No' } },
    { value: 'yes', text: { 'zh-Hans': '有', 'zh-Hant': '有', en: 'Yes' } },
  ],
  behaviour: [
    { value: 'never', text: { 'zh-Hans': '从来没有', 'zh-Hant': '從來沒有', en: 'Never' } },
    {
      value: 'lifetime',
      text: { 'zh-Hans': '有，三个月以前', 'zh-Hant': '有，三個月以前', en: 'Yes, more than three months ago' },
    },
    {
      value: 'lastThreeMonths',
      text: { 'zh-Hans': '有，最近三个月内', 'zh-Hant': '有，最近三個月內', en: 'Yes, in the past three months' },
    },
  ],
};
