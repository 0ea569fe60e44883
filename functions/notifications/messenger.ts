import type { Channel } from '@kaifong/shared/notifications/groups.ts';
import type { NoticeKind } from '@kaifong/shared/notifications/notice.ts';

/** A notice as it leaves the site. */
export type Message = Readonly<{
  /** The same for every try by this channel: who sends it further does so once per key. */
  key: string;
  channel: Channel;
  /** A number in E.164 form, or an e-mail address. */
  to: string;
  /** What carriers have approved a template for. */
  kind: NoticeKind;
  heading: string;
  body?: string;
  /** The path on the site by which whoever reads an e-mail ends them. */
  unsubscribePath?: string;
}>;

/** What brings messages to people. @throws Error when it did not get there */
export type Messenger = Readonly<{ send: (message: Message) => Promise<void> }>;
