/** The cookie that carries a session's token. */
export const sessionCookie = 'kaifong_session';
