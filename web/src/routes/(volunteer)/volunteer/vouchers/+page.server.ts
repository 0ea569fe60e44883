import type { OwnVoucher } from '@kaifong/shared/points/rewards/reward-schema.ts';
import { api } from '#lib/api/client.server.ts';
import { read } from '#lib/api/outcome.server.ts';
import { pageQuery } from '#lib/api/page-query.ts';
import { qrPicture } from '#lib/components/qr-picture.server.ts';
import type { PageServerLoad } from './$types';

/** The own vouchers. What is scanned leads a coordinator to where it is handed out; behind the `#`, a code never reaches a log. */
export const load: PageServerLoad = async (event) => {
  const { items, cursor } = await read(api(event).api.vouchers.$get({ query: pageQuery(event.url) }));
  const withPicture = ({ code, ...voucher }: OwnVoucher) => ({
    ...voucher,
    ...(code && {
      code: `${code.slice(0, 5)} ${code.slice(5)}`,
      picture: qrPicture(`${event.url.origin}/coordinator/rewards/pick-up#${code}`),
    }),
  });
  return {
    isRedeemed: event.url.searchParams.get('done') === 'redeemed',
    vouchers: items.map(withPicture),
    cursor,
  };
};
