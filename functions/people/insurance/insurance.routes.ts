import { Done } from '@kaifong/shared/identity/schema.ts';
import { InsuranceChange, InsuranceOnRecord } from '@kaifong/shared/people/insurance.ts';
import { VolunteerParams } from '@kaifong/shared/people/schema.ts';
import { Hono } from 'hono';
import type { ApiEnv } from '../../platform/kit.ts';
import { command, query } from '../../platform/operation.ts';
import type { People } from '../index.ts';

/** The accident insurance of a volunteer, for the coordinators of her branch; her own she changes with her details. */
export function insuranceRoutes({ insurances }: Pick<People, 'insurances'>) {
  return new Hono<ApiEnv>()
    .get(
      '/volunteers/:volunteerId/insurance',
      query(
        {
          id: 'readInsurance',
          summary: 'The accident insurance of a volunteer and whether it covers today',
          permission: 'volunteer.insure',
          params: VolunteerParams,
          answer: [200, InsuranceOnRecord],
        },
        (request, { params }) => insurances.read(request, params.volunteerId),
      ),
    )
    .put(
      '/volunteers/:volunteerId/insurance',
      command(
        {
          id: 'changeInsurance',
          summary: 'Enter the accident insurance of a volunteer; the audit keeps who did',
          permission: 'volunteer.insure',
          params: VolunteerParams,
          body: InsuranceChange,
          answer: [200, Done],
        },
        (request, { params, body }) => insurances.change(request, params.volunteerId, body),
      ),
    );
}
