import { testCombinations } from "../../support/firm-combinations";

const season = (text: string) => `workday: { season: { ${text} } }`;

testCombinations(
  [
    {
      what: "a season around New Year",
      lines: [season("from: 11-15, until: 01-31, weekdays: 06:30-22:00")],
      faults: [
        '5:42: workday.season.until: met "01-31"; allowed: a day from 11-15 to 12-31, because a season lies within one year; write a later day, or the part of the season that counts most',
      ],
    },
    {
      what: "a season of the same hours",
      lines: [season("from: 01-15, until: 05-31, weekdays: 07:00-20:00")],
      faults: [
        '5:59: workday.season.weekdays: met "07:00-20:00"; allowed: other hours than in the rest of the year, because a season of the same hours is none; write longer hours, like 06:30-22:00, or remove the season',
      ],
    },
    {
      what: "a season that ends on 31 April",
      lines: [season("from: 01-15, until: 04-31, weekdays: 06:30-22:00")],
      faults: [
        '5:42: workday.season.until: met "04-31"; allowed: a day of every year, month and day; write a day from 04-01 to 04-30',
      ],
    },
    {
      what: "hours that end before they begin",
      lines: ["workday: { weekdays: 20:00-07:00 }"],
      faults: [
        '5:22: workday.weekdays: met "20:00-07:00"; allowed: a time range of at least one hour within a day; write the start before the end, at least one hour apart',
      ],
    },
    {
      what: "hours into the night",
      lines: ["workday: { saturday: 18:00-24:00 }"],
      faults: [
        '5:22: workday.saturday: met "18:00-24:00"; allowed: a time range of at least one hour within a day, or closed; write 23:59 for the end of the day, like "07:00-23:59"',
      ],
    },
    {
      what: "a closed day twice",
      lines: ["workday: { closed: [2026-12-24, 2026-12-24] }"],
      faults: [
        '5:33: workday.closed[1]: met "2026-12-24"; allowed: each day once; remove one of the two',
      ],
    },
    {
      what: "a closed day that is a holiday",
      lines: ["workday: { closed: [2026-12-25] }"],
      faults: [
        '5:21: workday.closed[0]: met "2026-12-25"; allowed: a day on which the firm would work, this one is a public holiday already: Noël; remove it',
      ],
    },
    {
      what: "a closed day that is a Sunday",
      lines: ["workday: { closed: [2026-12-27] }"],
      faults: [
        '5:21: workday.closed[0]: met "2026-12-27"; allowed: a day on which the firm would work, this one is a Sunday and closed anyway; remove it',
      ],
    },
    {
      what: "a closed Saturday of a firm that never works on one",
      lines: ["workday: { closed: [2026-12-26] }"],
      faults: [
        '5:21: workday.closed[0]: met "2026-12-26"; allowed: a day on which the firm would work, this one is a Saturday and closed anyway; remove it',
      ],
    },
    {
      what: "a closed day that no month has",
      lines: ["workday: { closed: [2026-13-24] }"],
      faults: [
        '5:21: workday.closed[0]: met "2026-13-24"; allowed: a day on which the firm is closed, a date; write a day that the month has',
      ],
    },
    {
      what: "hours in which the provider patches",
      lines: ["workday: { weekdays: 05:00-20:00 }"],
      faults: [
        '5:22: workday.weekdays: met "05:00-20:00"; allowed: hours apart from Wednesday 04:00-05:30, when the provider patches servers; write other hours, or ask the provider to move cabinet:maintenanceWindow',
      ],
      rules: {
        maintenance: {
          day: "Wednesday",
          hours: { from: { hour: 4, minute: 0 }, until: { hour: 5, minute: 30 } },
        },
      },
    },
    {
      what: "a season in which the provider patches",
      lines: [season("from: 01-15, until: 05-31, weekdays: 06:30-23:00")],
      faults: [
        '5:59: workday.season.weekdays: met "06:30-23:00"; allowed: hours apart from Wednesday 22:00-23:30, when the provider patches servers; write other hours, or ask the provider to move cabinet:maintenanceWindow',
      ],
      rules: {
        maintenance: {
          day: "Wednesday",
          hours: { from: { hour: 22, minute: 0 }, until: { hour: 23, minute: 30 } },
        },
      },
    },
  ],
  [
    {
      what: "a closed Saturday in a season with Saturdays",
      lines: [
        "workday: { season: { from: 01-15, until: 05-31, weekdays: 07:00-20:00, saturday: 08:00-12:00 }, closed: [2027-04-03] }",
      ],
    },
  ],
);
