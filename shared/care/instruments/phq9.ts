import { phq2 } from './phq2.ts';
import type { Questionnaire } from './questionnaire.ts';

/**
 * The PHQ-9 (Spitzer, Williams, Kroenke and colleagues; Kroenke et al., J Gen Intern Med 2001). Its authors let everybody reproduce, translate,
 * show and hand it out without asking (phqscreeners.com); the Chinese wording follows the Mandarin and Hong Kong versions in general use.
 * Its first two items are the PHQ-2. Scoring: `instruments.ts`.
 */
export const phq9 = {
  source: 'Kroenke K, Spitzer RL, Williams JBW. J Gen Intern Med 2001;16:606–613. phqscreeners.com',
  licence: 'No permission required to reproduce, translate, display or distribute.',
  lead: phq2.lead,
  items: [
    ...phq2.items,
    {
      'zh-Hans': '入睡困难、睡不安稳或睡得过多',
      'zh-Hant': '入睡困難、睡不安穩或睡得過多',
      en: 'Trouble falling or staying asleep, or sleeping too much',
    },
    {
      'zh-Hans': '感觉疲倦或没有活力',
      'zh-Hant': '感覺疲倦或沒有活力',
      en: 'Feeling tired or having little energy',
    },
    { 'zh-Hans': '没有胃口或吃得太多', 'zh-Hant': '沒有胃口或吃得太多', en: 'Poor appetite or overeating' },
    {
      'zh-Hans': '觉得自己很糟，或觉得自己很失败，让自己或家人失望',
      'zh-Hant': '覺得自己很糟，或覺得自己很失敗，讓自己或家人失望',
      en: 'Feeling bad about yourself, or that you are a failure or have let yourself or your family down',
    },
    {
      'zh-Hans': '很难专心做事，例如看报纸或看电视时',
      'zh-Hant': '很難專心做事，例如看報紙或看電視時',
      en: 'Trouble concentrating on things, such as reading the newspaper or watching television',
    },
    {
      'zh-Hans': '动作或说话慢到别人可能已经注意到；或正好相反，烦躁或坐立不安、动来动去比平常多',
      'zh-Hant': '動作或說話慢到別人可能已經注意到；或正好相反，煩躁或坐立不安、動來動去比平常多',
      en: 'Moving or speaking so slowly that other people could have noticed; or the opposite, being so fidgety or restless that you have been moving around a lot more than usual',
    },
    {
      'zh-Hans': '有不如死掉或用某种方式伤害自己的念头',
      'zh-Hant': '有不如死掉或用某種方式傷害自己的念頭',
      en: 'Thoughts that you would be better off dead or of hurting yourself in some way',
    },
  ],
  answers: phq2.answers,
} as const satisfies Questionnaire;
