//! Dedup as a reader meets it: what of a later sentence an earlier one already says. All events are made up.

use glosswire::dedup::{Comparison, Status};
use glosswire::{Options, compare, read};

fn compared(texts: &[&str]) -> Comparison {
    let options = Options { published: Some("2031-03-13".into()), ..Options::default() };
    let readings: Vec<_> = texts.iter().map(|text| read(text, &options).expect("no text is an error")).collect();
    compare(&readings, &mut |_, _| true).expect("nothing stopped it")
}

/// Status of the last sentence of `later` after `earlier`.
fn status(earlier: &str, later: &str) -> Status {
    compared(&[earlier, later]).articles[1].sentences.last().map_or(Status::New, |s| s.status)
}

const HARMLESS: &[(&str, &str)] = &[
    // numbers
    ("The storm left 1,200 homes in Velmora without power.", "The storm left twelve hundred homes in Velmora without power."),
    ("The bridge will cost $4.5 million, the council said.", "The bridge will cost 4.5 million dollars, the council said."),
    ("Turnout in Orlund reached 44.8 percent.", "Turnout in Orlund reached 44.8%."),
    ("Turnout in Orlund reached 44.8 per cent.", "Turnout in Orlund reached 44.8 percent."),
    ("The ferry carried twenty-one passengers to Tarn.", "The ferry carried 21 passengers to Tarn."),
    ("The fund lost 2,300,000 crowns in one night.", "The fund lost 2.3 million crowns in one night."),
    ("The tower is 30 kilometres from Velmora.", "The tower is 30 km from Velmora."),
    ("Shares fell by 3 percent on the Orlund exchange.", "Shares dropped 3 percent on the Orlund exchange."),
    ("It was the third strike at the plant this year.", "It was the 3rd strike at the plant this year."),
    ("About 400 people marched through Tarn.", "Around 400 people marched through Tarn."),
    ("More than 400 people marched through Tarn.", "Over 400 people marched through Tarn."),
    // dates and durations
    ("The talks began in Velmora on Monday.", "The talks began in Velmora on March 10."),
    ("The talks began in Velmora on March 10, 2031.", "The talks began in Velmora on 10 March."),
    ("The dam burst yesterday near Tarn.", "The dam burst on Wednesday near Tarn."),
    ("The power failed for half an hour in Tarn.", "The power failed for 30 minutes in Tarn."),
    ("The wage deal ran out last year.", "The wage deal ran out in 2030."),
    // names and titles
    ("Mr. Harl met the miners in Velmora.", "Tomas Harl met the miners in Velmora."),
    ("President Ilva Marn signed the harbour law.", "Ilva Marn signed the harbour law."),
    ("Mayor Tomas Harl opened the new bridge.", "Tomas Harl opened the new bridge."),
    ("Dr. Lena Voss warned of a second outbreak.", "Lena Voss warned of a second outbreak."),
    ("The US envoy left Velmora without a deal.", "The U.S. envoy left Velmora without a deal."),
    ("The United States sent two ships to Tarn.", "The US sent two ships to Tarn."),
    ("Harl said the mine would stay closed.", "“The mine” would stay closed, Harl said."),
    // spelling and style
    ("The harbour organisation criticised the labour law.", "The harbor organization criticized the labor law."),
    ("“We will not leave,” said Harl.", "'We will not leave,' said Harl."),
    ("“We will not leave,” said Harl.", "\"We will not leave,\" Harl said."),
    ("She didn't vote for the budget.", "She did not vote for the budget."),
    ("They won't sell the mine.", "They will not sell the mine."),
    ("It's the largest dam in the valley.", "It is the largest dam in the valley."),
    ("The council cannot pay the workers.", "The council can't pay the workers."),
    ("The goverment closed the port of Tarn.", "The government closed the port of Tarn."),
    // words
    ("The company bought the shipyard in Tarn.", "The firm purchased the shipyard in Tarn."),
    ("Police arrested nine men after the match.", "Police detained nine men after the match."),
    ("The talks began in Velmora on Monday.", "The talks started in Velmora on Monday."),
    ("Several people were hurt in the blast.", "Several people were injured in the explosion."),
    ("The minister told reporters the dam was safe.", "The minister said the dam was safe."),
    ("The council also approved the budget for the school.", "The council approved the budget for the school."),
    ("The lawmakers approved a ceasefire with Orlund.", "The legislators approved a truce with Orlund."),
    // order and voice
    ("On Monday, the court in Tarn freed the captain.", "The court in Tarn freed the captain on Monday."),
    ("Rebels attacked the convoy near Tarn.", "The convoy was attacked by rebels near Tarn."),
    ("The prosecutor questioned the banker for six hours.", "The banker was questioned by the prosecutor for six hours."),
    ("Velmora and Orlund signed the water treaty.", "Orlund and Velmora signed the water treaty."),
    ("After the vote, the speaker closed the session.", "The speaker closed the session after the vote."),
    ("In Tarn, two schools were closed because of the flood.", "Two schools were closed in Tarn because of the flood."),
    ("The mine will reopen in May, Harl said.", "Harl said the mine will reopen in May."),
    ("According to police, nine men broke into the depot.", "Nine men broke into the depot, police said."),
    ("The miners elected Lena Voss to lead the union.", "Lena Voss was elected by the miners to lead the union."),
    ("Russo, the mayor of Tarn, opened the dam.", "Russo, mayor of Tarn, opened the dam."),
    ("The parliament of Orlund has voted for the treaty.", "Orlund's parliament voted for the treaty."),
    ("Tarn's mayor, Tomas Harl, opened the dam.", "Tarn’s mayor Tomas Harl opened the dam."),
    (
        "The envoy arrived in Velmora for talks with the Orlund delegation.",
        "The envoy reached Velmora for talks with the Orlund delegation.",
    ),
    ("Some 400 people marched through Tarn.", "About 400 people marched through Tarn."),
    ("The winner takes a prize of £2m.", "The winner takes a prize of 2 million pounds."),
    ("A dozen ships left Tarn.", "Twelve ships left Tarn."),
    ("The quake shook Velmora at 5 p.m. on Monday.", "The quake shook Velmora at 5pm on Monday."),
    ("Ilva Marn, who is 54, was born in Tarn.", "Ilva Marn, 54, was born in Tarn."),
    // left out
    ("The court in Tarn freed the captain on Monday, a day after the protest.", "The court in Tarn freed the captain on Monday."),
    ("The old bridge over the Ferl, built in 1931, was closed for repairs.", "The old bridge over the Ferl was closed for repairs."),
];

const CHANGED: &[(&str, &str)] = &[
    // numbers, units, dates
    ("Turnout in Orlund reached 44.8 percent.", "Turnout in Orlund reached 47.1 percent."),
    ("The storm left 1,200 homes in Velmora without power.", "The storm left 1,300 homes in Velmora without power."),
    ("The bridge will cost $4.5 million, the council said.", "The bridge will cost $4.5 billion, the council said."),
    ("The bridge will cost $4.5 million, the council said.", "The bridge will cost €4.5 million, the council said."),
    ("The tower is 30 kilometres from Velmora.", "The tower is 30 miles from Velmora."),
    ("Support rose by 3 percent in a month.", "Support rose by 3 percentage points in a month."),
    ("The talks began in Velmora on Monday.", "The talks began in Velmora on Tuesday."),
    ("The law takes effect on May 3.", "The law takes effect on May 8."),
    ("The law takes effect on May 3.", "The law takes effect on June 3."),
    ("The club was founded in 1931.", "The club was founded in 1937."),
    ("It was the third strike at the plant this year.", "It was the fourth strike at the plant this year."),
    ("He was jailed for six months.", "He was jailed for six years."),
    ("The match ended 3-1.", "The match ended 1-3."),
    // names, places, roles
    ("President Ilva Marn signed the harbour law.", "President Tomas Harl signed the harbour law."),
    ("Jon Harl met the miners in Velmora.", "Tomas Harl met the miners in Velmora."),
    ("Mr. Harl met the miners in Velmora.", "Mrs. Harl met the miners in Velmora."),
    ("Rebels attacked the convoy near Tarn.", "Rebels attacked the convoy near Orlund."),
    ("Velmora attacked Orlund at dawn.", "Orlund attacked Velmora at dawn."),
    ("Rebels attacked soldiers near Tarn.", "Soldiers attacked rebels near Tarn."),
    ("The convoy was attacked by rebels near Tarn.", "Rebels were attacked by the convoy near Tarn."),
    ("Harl accused Marn of lying.", "Marn accused Harl of lying."),
    ("Foreign Minister Lena Voss arrived in Tarn.", "Defense Minister Lena Voss arrived in Tarn."),
    ("The train from Tarn to Orlund was cancelled.", "The train from Orlund to Tarn was cancelled."),
    ("The brewer sold its Tarn plant to Orlund Foods.", "Orlund Foods sold its Tarn plant to the brewer."),
    ("Voters in Velmora back the union.", "Voters in Velmora back the party."),
    ("He travelled to Tarn on Monday.", "He travelled from Tarn on Monday."),
    ("The report is due on Friday.", "The report is due by Friday."),
    ("He resigned as chairman of the bank.", "She resigned as chairman of the bank."),
    ("The army pulled out of Tarn.", "The army pulled into Tarn."),
    ("Voss or Harl will chair the inquiry.", "Voss and Harl will chair the inquiry."),
    ("Former president Ilva Marn opened the dam.", "President Ilva Marn opened the dam."),
    ("A suspected arsonist was held in Tarn.", "An arsonist was held in Tarn."),
    ("The prize went to the youngest swimmer.", "The prize went to the oldest swimmer."),
    ("Marn was born in Tarn and lives in Orlund.", "Marn was born in Orlund and lives in Tarn."),
    ("Orlund is larger than Tarn.", "Tarn is larger than Orlund."),
    ("Orlund beat Tarn 3-1.", "Tarn beat Orlund 3-1."),
    ("The bank lent money to the city.", "The city lent money to the bank."),
    ("Harl turned on the lights.", "Harl turned off the lights."),
    ("The ship sank with its crew.", "The ship sank without its crew."),
    ("The ship weighs 40 tons.", "The ship weighs 40 kilograms."),
    ("Police were attacked by protesters.", "Police attacked protesters."),
    ("Inflation is expected to fall in Orlund.", "Inflation fell in Orlund."),
    ("The strike will last until Friday.", "The strike will start on Friday."),
    ("Both sides agreed to the plan.", "Neither side agreed to the plan."),
    ("The match was played in Tarn.", "The match was not played in Tarn."),
    ("Harl has resigned.", "Harl has threatened to resign."),
    ("Harl has threatened to resign.", "Harl has resigned."),
    ("The plant makes 300 cars a day.", "The plant makes 300 cars a week."),
    ("The court convicted the captain.", "The court acquitted the captain."),
    ("The army's losses doubled.", "The army's losses halved."),
    ("The board unanimously approved the merger.", "The board narrowly approved the merger."),
    // negation, direction, scope, certainty
    ("The minister said the dam was safe.", "The minister said the dam was not safe."),
    ("The council has approved the budget.", "The council has not approved the budget."),
    ("The council never approved the budget.", "The council approved the budget."),
    ("He denied that he took the money.", "He took the money."),
    ("Shares rose on the Orlund exchange.", "Shares fell on the Orlund exchange."),
    ("Prices are up in Velmora.", "Prices are down in Velmora."),
    ("The governor supports the ban on fishing.", "The governor opposes the ban on fishing."),
    ("The union accepted the offer.", "The union rejected the offer."),
    ("The shop closed before the fire.", "The shop closed after the fire."),
    ("All miners returned to work.", "Some miners returned to work."),
    ("Most of the miners returned to work.", "Few of the miners returned to work."),
    ("At least 40 people were hurt in the crash.", "At most 40 people were hurt in the crash."),
    ("More than 400 people marched through Tarn.", "Fewer than 400 people marched through Tarn."),
    ("Nearly 400 people marched through Tarn.", "More than 400 people marched through Tarn."),
    ("The mine will reopen in May.", "The mine may reopen in May."),
    ("The mine will reopen in May.", "The mine could reopen in May."),
    ("Harl is likely to resign.", "Harl is unlikely to resign."),
    ("Harl will resign.", "Harl will possibly resign."),
    ("Every school in Tarn has a library.", "Almost every school in Tarn has a library."),
    ("The minister resigned because of the leak.", "The minister resigned despite the leak."),
    ("He voted for the treaty with Orlund.", "He voted against the treaty with Orlund."),
    ("The court found the captain guilty.", "The court found the captain innocent."),
    ("Police arrested the driver after the crash.", "Police freed the driver after the crash."),
    ("The plan failed to win support.", "The plan won support."),
    ("The dam is open to visitors.", "The dam is closed to visitors."),
    ("Harl reportedly left the country.", "Harl left the country."),
    ("The driver was allegedly drunk.", "The driver was drunk."),
    ("The firm plans to close the plant in Tarn.", "The firm closed the plant in Tarn."),
];

const EXTENDS: &[(&str, &str)] = &[
    ("The court in Tarn freed the captain.", "The court in Tarn freed the captain, who had been held since the storm of last spring."),
    (
        "Police arrested nine men after the match.",
        "Police arrested nine men after the match, and two of them were later charged with arson.",
    ),
    (
        "The council approved the budget for the school.",
        "The council approved the budget for the school with the votes of the farmers' party.",
    ),
];

fn misses(table: &[(&str, &str)], good: impl Fn(Status) -> bool) -> Vec<String> {
    let wrong = |(a, b): &&(&str, &str)| !good(status(a, b));
    table.iter().filter(wrong).map(|(a, b)| format!("{:?}: {a} / {b}", status(a, b))).collect()
}

#[test]
fn harmless_differences_are_said() {
    assert_eq!(misses(HARMLESS, |s| s == Status::Said), Vec::<String>::new());
}

#[test]
fn changed_facts_are_never_hidden() {
    assert_eq!(misses(CHANGED, |s| s != Status::Said), Vec::<String>::new());
}

#[test]
fn additions_are_shown() {
    assert_eq!(misses(EXTENDS, |s| s == Status::Extends), Vec::<String>::new());
}
