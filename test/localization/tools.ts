/** What is not proved where a package is not installed. */
export const PROVED_WITH: Readonly<Record<string, string>> = {
  'libxml2-utils': 'XLIFF by the schemas of OASIS',
  'php-symfony-translation': 'XLIFF by the schemas of OASIS',
  'translate-toolkit': 'XLIFF 1.2 and gettext as translate-toolkit reads them',
  gettext: 'gettext as msgfmt reads it',
  omegat: 'files that OmegaT fills from our memory',
  chromium: 'courses in a browser',
};
