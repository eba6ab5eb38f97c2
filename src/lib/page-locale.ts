import { dictionaryOf } from '~/i18n/dictionary';
import { defaultLocale, isLocale, type Locale } from '~/i18n/locales';

/** Locale and texts of the Starlight page that is being rendered. */
export function pageLocale(locals: App.Locals) {
  const { lang } = locals.starlightRoute;
  const locale: Locale = isLocale(lang) ? lang : defaultLocale;
  return { locale, text: dictionaryOf(locale) };
}
