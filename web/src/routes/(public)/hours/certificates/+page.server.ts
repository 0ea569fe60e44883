import { TypedCertificateNumber } from '@kaifong/shared/attendance/service-certificates/number.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Where somebody who has a paper in hand types its number. */
export const load: PageServerLoad = ({ url }) => {
  const typed = url.searchParams.get('number');
  const number = TypedCertificateNumber.safeParse(typed ?? '');
  if (number.success) redirect(303, `/hours/certificates/${number.data}`);
  return { typed: typed ?? '', isWrong: typed !== null };
};
