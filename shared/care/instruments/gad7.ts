import { phq2 } from './phq2.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * The GAD-7 (Spitzer, Kroenke, Williams, Löwe, Arch Intern Med 2006), by the authors of the PHQ and as free to use (phqscreeners.com); the Chinese
 * wording follows the Mandarin and Hong Kong versions in general use. Its first two items are the GAD-2. Scoring: `instruments.ts`.
 */
export const gad7 = {
  source: 'Spitzer RL, Kroenke K, Williams JBW, Löwe B. Arch Intern Med 2006;166:1092–1097. phqscreeners.com',
  licence: 'No permission required to reproduce, translate, display or distribute.',
  lead: phq2.lead,
  items: [
    { 'zh-Hans': '感觉紧张、焦虑或着急', 'zh-Hant': '感覺緊張、焦慮或着急', en: 'Feeling nervous, anxious or on edge' },
    {
      'zh-Hans': '停不下来地担心，或没法控制担心',
      'zh-Hant': '停不下來地擔心，或沒法控制擔心',
      en: 'Not being able to stop or control worrying',
    },
    {
      'zh-Hans': '对各种各样的事情担心过多',
      'zh-Hant': '對各種各樣的事情擔心過多',
      en: 'Worrying too much about different things',
    },
    { 'zh-Hans': '很难放松下来', 'zh-Hant': '很難放鬆下來', en: 'Trouble relaxing' },
    {
      'zh-Hans': '因为不安而坐不住',
      'zh-Hant': '因為不安而坐不住',
      en: 'Being so restless that it is hard to sit still',
    },
    { 'zh-Hans': '变得容易烦恼或急躁', 'zh-Hant': '變得容易煩惱或急躁', en: 'Becoming easily annoyed or irritable' },
    {
      'zh-Hans': '感到好像有可怕的事要发生而害怕',
      'zh-Hant': '感到好像有可怕的事要發生而害怕',
      en: 'Feeling afraid as if something awful might happen',
    },
  ],
  answers: phq2.answers,
} as const satisfies Questionnaire;
