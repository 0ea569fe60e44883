import { m } from '#paraglide/messages.js';
import { hotlines } from './hotlines.ts';

/** The words that stand around every page, in the language of the request, so that no page loads them in three. */
export function shellWords({ isDemo }: { isDemo: boolean }) {
  return {
    account: m.shell_account(),
    apiDown: m.shell_apiDown(),
    // No page of a real district holds the word.
    demo: isDemo ? { mark: m.shell_demo(), note: m.shell_demoNote() } : undefined,
    district: m.shell_district(),
    elder: m.shell_elder(),
    errors: {
      titles: {
        401: m.errors_signInTitle(),
        403: m.errors_forbiddenTitle(),
        404: m.errors_notFoundTitle(),
        500: m.errors_faultTitle(),
        503: m.errors_offlineTitle(),
      } as Readonly<Record<number, string>>,
      /** What the browser says of what breaks on the way to another page. */
      broken: {
        notFound: m.errors_notFound(),
        badRequest: m.errors_badRequest(),
        noNetwork: m.errors_noNetwork(),
        fault: m.errors_fault(),
      },
      otherTitle: m.errors_otherTitle(),
      tryAgain: m.errors_tryAgain(),
      goHome: m.errors_goHome(),
      code: m.errors_code(),
      usePasskey: m.passkeys_signIn(),
      toPasskeys: m.passkeys_toPasskeys(),
    },
    help: m.shell_help(),
    language: m.shell_language(),
    menu: m.shell_menu(),
    moreSections: m.shell_moreSections(),
    name: m.shell_name(),
    notices: m.shell_notices(),
    sections: m.shell_sections(),
    signIn: m.shell_signIn(),
    signOut: m.shell_signOut(),
    size: m.shell_size(),
    skip: m.shell_skip(),
    switchTo: m.shell_switchTo(),
    theme: m.shell_theme(),
    themeContrast: m.shell_themeContrast(),
    themeDark: m.shell_themeDark(),
    themeLight: m.shell_themeLight(),
    themeSystem: m.shell_themeSystem(),
    usual: m.shell_usual(),
    hotlinesTitle: m.shell_hotlines(),
    hotlines: hotlines.map(({ number, name }) => ({ number, name: name() })),
  };
}

export type ShellWords = ReturnType<typeof shellWords>;
