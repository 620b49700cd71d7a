// The base rules and the six-question toy rules in publicodes: the objects that its YAML stands for.

/** Points by the level that an input names. */
const byLevel = (input, points) => ({
  variations: [
    ...Object.entries(points).map(([level, worth]) => ({ si: `${input} = '${level}'`, alors: worth })),
    { sinon: 0 },
  ],
})

const choice = (question, levels) => ({ question, 'une possibilité': levels.map((level) => `'${level}'`) })
const count = (question) => ({ question, unité: '' })
const flag = (question) => ({ question, type: 'booléen' })

const EDUCATION = { none: 0, associate: 50, bachelor: 60, bachelor_with_degree: 90, master: 100, doctor: 110 }
const SKILLS = { none: 0, skill_5: 15, skill_4: 30, skill_3: 60 }
const TITLES = { skill_2: 100, skill_1: 140, intermediate_title: 100, senior_title: 140 }

const AGE = {
  grille: {
    assiette: 'age',
    tranches: [
      { montant: 30, plafond: 44 },
      ...Array.from({ length: 12 }, (_, step) => ({ montant: 29 - 2 * step, plafond: 45 + step })),
      { montant: 5, plafond: 61 },
      { montant: 0 },
    ],
  },
}

export const BASE_RULES = {
  age: count('How old are you?'),
  education: choice('Which education have you finished?', Object.keys(EDUCATION)),
  credential: choice('Which credential do you hold?', [...Object.keys(SKILLS), ...Object.keys(TITLES)]),
  fits_job: flag('Does the credential fit the job?'),
  months_1x_of_12: count('How many of the last 12 months had a base of at least 1x?'),
  insured_months: count('How many months were you insured?'),
  months_08: count('How many of the last 48 months had a base of at least 0.8x?'),
  months_1: count('How many of the last 48 months had a base of at least 1x?'),
  months_2: count('How many of the last 48 months had a base of at least 2x?'),
  months_3: count('How many of the last 36 months had a base of at least 3x?'),
  spouse_hukou: flag('Does your spouse hold the hukou of the city?'),
  married_years: count('How many full years have you been married?'),
  false_material: count('How often was false material handed in within the look-back?'),
  detention: count('How many detentions are within the look-back?'),
  minor_crime: count('How many minor crimes are within the look-back?'),

  'points age': AGE,
  'points education': byLevel('education', EDUCATION),
  'points credential': {
    variations: [
      { si: 'fits_job = non', alors: 0 },
      ...byLevel('credential', SKILLS).variations.slice(0, -1),
      { si: 'months_1x_of_12 < 6', alors: 0 },
      ...byLevel('credential', TITLES).variations,
    ],
  },
  'points insured_years': '(insured_months // 12) * 3',
  'points contribution_base': {
    variations: [
      { si: 'months_3 >= 24', alors: 120 },
      { si: 'months_2 >= 36', alors: 100 },
      { si: 'months_1 >= 36', alors: 50 },
      { si: 'months_08 >= 36', alors: 25 },
      { sinon: 0 },
    ],
  },
  'points spouse': {
    variations: [{ si: 'spouse_hukou', alors: { valeur: '4 * married_years', plafond: 40 } }, { sinon: 0 }],
  },
  'points deductions': { somme: ['-150 * false_material', '-50 * detention', '-150 * minor_crime'] },
  total: {
    somme: [
      'points age',
      { 'le maximum de': ['points education', 'points credential'] },
      'points insured_years',
      'points contribution_base',
      'points spouse',
      'points deductions',
    ],
    plancher: 0,
  },
}

/** The toy rules of the questions to certainty; bench/toy.py has the same for the other side. */
export const TOY_RULES = {
  age: count('How old are you?'),
  education: choice('Which education have you finished?', Object.keys(EDUCATION)),
  title: choice('Which credential do you hold?', [...Object.keys(SKILLS), 'intermediate_title', 'senior_title']),
  years: count('How many full years were you insured?'),
  base: count('What is your contribution base, as a multiple of the average wage?'),
  penalty: count('How many points are taken off for records?'),

  total: {
    somme: [
      AGE,
      {
        'le maximum de': [
          byLevel('education', EDUCATION),
          byLevel('title', { ...SKILLS, intermediate_title: 100, senior_title: 140 }),
        ],
      },
      'years * 3',
      {
        grille: {
          assiette: 'base',
          tranches: [
            { montant: 0, plafond: 0.8 },
            { montant: 25, plafond: 1 },
            { montant: 50, plafond: 2 },
            { montant: 100 },
          ],
        },
      },
      '0 - penalty',
    ],
    plancher: 0,
  },
  reached: 'total >= 120',
}
