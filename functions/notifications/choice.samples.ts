import { defaultChoice } from '@kaifong/shared/notifications/settings.ts';
import type { Samples } from '../test/sample.ts';

const withEmail = { ...defaultChoice, email: 'a@liwan.example', version: 0 };

export const choiceSamples: Samples = {
  readNoticeChoice: async (district) => ({ caller: await district.person(), path: '/notice-choice' }),
  changeNoticeChoice: async (district) => ({
    caller: await district.person(),
    path: '/notice-choice',
    body: withEmail,
  }),
  listSentMessages: async (district) => ({ caller: await district.person(), path: '/sent-messages' }),
  unsubscribe: async (district) => {
    const person = await district.person();
    await person.put('/notice-choice', withEmail);
    const { account } = (await person.get('/session')).body;
    const token = await district.contexts.notifications.choices.unsubscribeToken(account.id);
    return { caller: district.stranger(), path: '/unsubscriptions', body: { token } };
  },
};
