/**
 * Tells the phone whose page an answer is: an account's id, or `none` when nobody is signed in. The worker keeps pages by it and
 * deletes them as soon as it changes. In a request it says for whom a command waited; the site carries it out in no other's session.
 */
export const personHeader = 'kaifong-person';
