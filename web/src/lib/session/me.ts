import type { Grant } from '@kaifong/shared/identity/roles.ts';

/** The person who is signed in, as the API names them. */
export type Me = Readonly<{
  id: string;
  name: string;
  volunteerId?: string | undefined;
  roles: readonly Grant[];
}>;
