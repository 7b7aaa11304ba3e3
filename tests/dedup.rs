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
    // signs, short forms and contractions
    ("Norsk <NRSK.S> will sell two ships to a firm in Tarn.", "Norsk will sell two ships to a firm in Tarn."),
    ("The firm Vane & Olsen will shut its yard in Tarn.", "The firm Vane and Olsen will shut its yard in Tarn."),
    ("We'll shut the yard in Tarn on Friday, Harl said.", "We will shut the yard in Tarn on Friday, Harl said."),
    ("He'd shut the yard in Tarn at once, Harl said.", "He would shut the yard in Tarn at once, Harl said."),
    ("They've shut the yard in Tarn, Harl said.", "They have shut the yard in Tarn, Harl said."),
    ("PM Ilva Marn will visit the yard in Tarn on Friday.", "Prime Minister Ilva Marn will visit the yard in Tarn on Friday."),
    ("The yard in Tarn stays shut until fall.", "The yard in Tarn stays shut until autumn."),
    ("The yard in Tarn can't open on Friday.", "The yard in Tarn cannot open on Friday."),
    ("The index of Tarn rose 5½ points in May.", "The index of Tarn rose 5.5 points in May."),
    ("It fell to minus 12 degrees in Tarn on Friday.", "It fell to -12 degrees in Tarn on Friday."),
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
    ("The bank said it would close its branch in Tarn.", "The bank will close its branch in Tarn, it said."),
    ("Tarn United beat Orlund City 2-0.", "Orlund City were beaten 2-0 by Tarn United."),
    ("It was the second flood in less than a week.", "It was the second flood in under a week."),
    // left out
    ("The court in Tarn freed the captain on Monday, a day after the protest.", "The court in Tarn freed the captain on Monday."),
    ("The old bridge over the Ferl, built in 1931, was closed for repairs.", "The old bridge over the Ferl was closed for repairs."),
    ("Not long after dawn, the court in Tarn freed the captain of the ferry.", "The court in Tarn freed the captain of the ferry."),
    ("The board quickly approved the merger with Omric.", "The board approved the merger with Omric quickly."),
    ("Two men, a woman and a child were freed in Tarn.", "A woman, two men and a child were freed in Tarn."),
    ("Orlund's parliament and its council rejected the treaty.", "The parliament of Orlund and its council rejected the treaty."),
    ("The council said the dam can open in May.", "The council said the dam could open in May."),
    ("Russian President Ilva Marn opened the dam.", "Ilva Marn opened the dam."),
    ("Mr. Harl opened the dam in Tarn.", "Dr. Harl opened the dam in Tarn."),
    ("Jon Harl runs the mine. Harl met the miners in Velmora.", "Jon Harl met the miners in Velmora."),
    // counts and lengths said in other ways
    ("The ferry was late by a half-hour in Tarn.", "The ferry was late by 30 minutes in Tarn."),
    ("The bank in Orlund raised its rate by 25 basis points.", "The bank in Orlund raised its rate by 0.25 percentage points."),
    ("The pier in Tarn will be shut for a fortnight.", "The pier in Tarn will be shut for two weeks."),
    ("The mine in Tarn has been shut for a decade.", "The mine in Tarn has been shut for 10 years."),
    ("Exports of tin from Tarn doubled last year.", "Exports of tin from Tarn rose 100 percent last year."),
    ("Three and a half thousand people fled the flood in Tarn.", "The flood in Tarn made 3,500 people flee."),
    ("Rents in Orlund rose by a third in a year.", "Rents in Orlund rose by 33 percent in a year."),
    ("The cold store in Tarn is kept at minus 20 degrees.", "The cold store in Tarn is kept at -20 degrees."),
    ("The line carried 12 million passengers to Tarn.", "The line carried 12m passengers to Tarn."),
    ("The ash rose twice over Tarn on the same day.", "The ash rose two times over Tarn on the same day."),
    // days
    ("The harbour will be shut on New Year's Day, Harl said.", "The harbour will be shut on January 1, Harl said."),
    ("The pier was closed on Christmas Eve because of ice.", "The pier was closed on 24 December because of ice."),
    // passives with helping verbs, and in clauses of their own
    ("The union will finance the repairs of the dam.", "The repairs of the dam will be financed by the union."),
    (
        "The gunman fired six shots in Tarn before guards stopped him.",
        "The gunman fired six shots in Tarn before he was stopped by guards.",
    ),
    (
        "Voters in the valley rejected the dam in a referendum in May.",
        "In a referendum in May, the dam was rejected by voters in the valley.",
    ),
    ("The jury cleared the nurse of stealing drugs from the ward.", "The nurse was cleared by the jury of stealing drugs from the ward."),
    // offices
    ("PM Hanna Lindt met the miners at 6 PM in Tarn.", "Prime Minister Hanna Lindt met the miners at 6 p.m. in Tarn."),
    ("The vice president, Ana Vane, opened the dam.", "Vice-President Ana Vane opened the dam."),
    ("Hanna Lindt resigned as prime minister after the vote.", "Prime Minister Hanna Lindt resigned after the vote."),
    // speakers
    ("Talks had failed in Tarn, said union head Ola Finn.", "Union head Ola Finn said talks had failed in Tarn."),
    (
        "Ana Vane, who runs the port, said fares would rise by 5 percent.",
        "Fares would rise by 5 percent, said Ana Vane, who runs the port.",
    ),
    ("The mine will stay shut until June, owner Tarn Coal said.", "The mine will stay shut until June, said its owner, Tarn Coal."),
    ("The council is expected to approve the dam next week.", "The dam is expected to be approved by the council next week."),
    ("The dam opens in Tarn on the 14th of May, Harl said.", "The dam opens in Tarn on May 14, Harl said."),
    ("Police in Tarn are looking for a man in his 30s.", "Police in Tarn are looking for a man in his thirties."),
    ("The miner's shares closed 3.4 percent lower in Orlund.", "The miner's shares closed down 3.4 percent in Orlund."),
    ("The trial starts on Monday, March 10.", "The trial begins on Monday, March 10."),
    (
        "Although exports climbed in the spring, the economy of Tarn shrank for a third quarter, official data show.",
        "Official data show the economy of Tarn shrank for a third quarter, although exports climbed in the spring.",
    ),
];

const CHANGED: &[(&str, &str)] = &[
    // signs, short forms and contractions
    ("It fell to -12 degrees in Tarn on Friday.", "It fell to 12 degrees in Tarn on Friday."),
    ("The yard in Tarn made -$5 million in May.", "The yard in Tarn made $5 million in May."),
    ("The index of Tarn rose 5½ points in May.", "The index of Tarn rose 5 points in May."),
    ("The trip takes 5 - 12 days from Tarn to Velmora.", "The trip takes 5 - 14 days from Tarn to Velmora."),
    ("We'll shut the yard in Tarn on Friday, Harl said.", "We won't shut the yard in Tarn on Friday, Harl said."),
    ("The yard in Tarn stays shut until fall.", "The yard in Tarn stays shut until spring."),
    ("The yard in Tarn opens at 6 PM on Friday.", "The yard in Tarn opens at 6 AM on Friday."),
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
    ("Voss will visit Tarn next week.", "Voss will visit Tarn this week."),
    ("The ferry left Tarn at 6:30 p.m.", "The ferry left Tarn at 6:30 a.m."),
    ("The ferry left Tarn at 6pm.", "The ferry left Tarn at 6am."),
    ("Only residents may fish there.", "Residents may fish there."),
    ("Two of the three miners were freed.", "Three miners were freed."),
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
    // counts and lengths
    ("The bank in Orlund raised its rate by 25 basis points.", "The bank in Orlund raised its rate by 0.5 percentage points."),
    ("Exports of tin from Tarn doubled last year.", "Exports of tin from Tarn tripled last year."),
    ("The cold store in Tarn is kept at minus 20 degrees.", "The cold store in Tarn is kept at 20 degrees."),
    ("The mine in Tarn opened five years earlier than planned.", "The mine in Tarn opened five years later than planned."),
    ("Two men and a woman were rescued from the dam.", "Two women and a man were rescued from the dam."),
    // days
    ("The harbour will be shut on Christmas Eve, Harl said.", "The harbour will be shut on Christmas Day, Harl said."),
    ("The vote was moved from Saturday to Sunday in Tarn.", "The vote was moved from Sunday to Saturday in Tarn."),
    ("The law was signed on Monday and took effect on Tuesday.", "The law took effect on Monday and was signed on Tuesday."),
    ("More maize was planted in the valley as the rains came early.", "More maize was planted in the valley as the rains came late."),
    // offices
    ("The city of Tarn will choose a new parliament on Sunday.", "The city of Tarn will choose a new president on Sunday."),
    ("The bishop criticised the mayor for closing the shelter.", "The mayor criticised the bishop for closing the shelter."),
    // roles
    ("The council fined Telv, and not its rival Omric, for the spill.", "The council fined Omric, and not its rival Telv, for the spill."),
    ("The rebels ordered the miners to leave the valley.", "The rebels ordered the miners to stay in the valley."),
    ("The repairs will be paid for by the union.", "The repairs will not be paid for by the union."),
    ("A privately owned dam in Tarn has been criticised by the inspectors.", "The inspectors have criticised a state-owned dam in Tarn."),
    (
        "Chiefs in Tarn said soldiers had burned the huts while searching for rebels.",
        "Chiefs in Tarn said rebels had burned the huts while searching for soldiers.",
    ),
    // speakers
    ("Ana Vane said that Bo Lund had lied to the court in Tarn.", "Bo Lund said that Ana Vane had lied to the court in Tarn."),
    ("The union said the company had broken the deal in Tarn.", "The company said the union had broken the deal in Tarn."),
    ("According to Ana Vane, Bo Lund lied to the court in Tarn.", "According to Bo Lund, Ana Vane lied to the court in Tarn."),
    (
        "The parliament of Orlund and the council of Tarn rejected the treaty.",
        "The parliament of Tarn and the council of Orlund rejected the treaty.",
    ),
    ("The mayor, not the council, will shut the plant in Tarn.", "The mayor will not shut the plant in Tarn."),
    ("The captain met the mayor and the colonel in Tarn.", "The colonel met the mayor and the captain in Tarn."),
    ("The army joined from Porto in May.", "The army joined Porto in May."),
    ("The dog attacked the docker in Tarn.", "The dog attacked by the docker in Tarn."),
    ("Captain Ilva Marn opened the dam.", "Colonel Ilva Marn opened the dam."),
    // two clauses
    ("Exports rose 5 percent and imports fell 3 percent.", "Exports rose 3 percent and imports fell 5 percent."),
    ("Exports rose 5 percent and imports fell 3 percent in May.", "Imports rose 5 percent and exports fell 3 percent in May."),
    ("Bread became cheaper while milk became dearer in Tarn.", "Milk became cheaper while bread became dearer in Tarn."),
    ("She won the race in 2019 and lost it in 2021.", "She lost the race in 2019 and won it in 2021."),
    ("The dam was built in 1956 and repaired in 1998.", "The dam was built in 1998 and repaired in 1956."),
    // roles without a form that tells a verb
    ("The shipyard owes the port 4 million crowns.", "The port owes the shipyard 4 million crowns."),
    ("Orlund, unlike Tarn, supports the plan for the dam.", "Tarn, unlike Orlund, supports the plan for the dam."),
    ("The miners called for the owners to resign.", "The owners called for the miners to resign."),
    ("The council plans to build 500 homes by 2040.", "The council plans to build 500 homes from 2040."),
    ("The ferry had been due to leave Tarn on Friday.", "The ferry left Tarn on Friday."),
    (
        "After the firm attacked the union, the mayor praised the bank in Tarn.",
        "The mayor attacked the union after the firm praised the bank in Tarn.",
    ),
    ("As prices rose in Orlund, wages fell in Tarn, the bank said.", "Prices fell in Tarn as wages rose in Orlund, the bank said."),
    ("The union, which attacked the firm, praised the mayor of Tarn.", "The mayor of Tarn praised the union, which attacked the firm."),
    ("The bank is owned by the city and run by a foundation.", "The bank is owned by a foundation and run by the city."),
];

const EXTENDS: &[(&str, &str)] = &[
    ("Jon Harl runs the mine. Harl met the miners in Velmora.", "Tomas Harl met the miners in Velmora."),
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

/// A body that one article calls by its kind, in small letters, and the other by its name, at another place of the sentence.
#[test]
fn other_capitals_alone_are_no_changed_fact() {
    for (earlier, later, expected) in [
        (
            "“The gate will hold,” said Lena Voss, the authority’s chief engineer.",
            "“The gate will hold,” Lena Voss, chief engineer of the Tarn Locks Authority, said.",
            Status::Extends,
        ),
        (
            "“The gate will hold,” Lena Voss, chief engineer of the Tarn Locks Authority, said.",
            "“The gate will hold,” said Lena Voss, the authority’s chief engineer.",
            Status::Said,
        ),
        (
            "The authority warned twice that the lock near Tarn would fail.",
            "The lock near Tarn would fail, the Tarn Locks Authority had warned twice.",
            Status::Extends,
        ),
        ("The council of Tarn met the crews.", "The Council of Tarn met the Crews.", Status::Said),
    ] {
        let got = compared(&[earlier, later]);
        let [sentence] = &got.articles[1].sentences[..] else { panic!("one sentence: {later}") };
        assert_eq!((sentence.status, &sentence.changes[..]), (expected, &[][..]), "{earlier} / {later}");
    }
    // but who sues whom is a fact, whatever the capitals
    assert_eq!(status("The council sued the ministry over the dam.", "The Ministry sued the Council over the dam."), Status::Changed);
}

mod groups {
    use glosswire::Error;
    use glosswire::dedup::{Deduplicator, Group, MemberRelation};

    fn filled<'t>(texts: impl IntoIterator<Item = (String, &'t str)>) -> Deduplicator {
        let mut all = Deduplicator::new(None).expect("the default is a share");
        for (id, text) in texts {
            all.add(&id, text).expect("ids differ");
        }
        all
    }

    fn groups(all: &Deduplicator) -> Vec<Group> {
        all.groups(&mut |_| true).expect("nothing stopped it")
    }

    /// An article of `n` sentences of its own, in words of its own.
    fn article(seed: usize, n: usize) -> String {
        let word = |at: usize| (seed * 1_000 + at).wrapping_mul(0x9E37_79B9) % 0xFF_FFFF;
        (0..n).map(|i| (0..9).map(|k| format!("w{:x} ", word(9 * i + k))).collect::<String>() + ". ").collect()
    }

    #[test]
    fn cut_and_extended_copies_are_found_and_others_are_not() {
        let full = article(1, 40);
        let cut: String = full.chars().take(full.len() / 2).collect();
        let longer = format!("{full}{}", article(2, 10));
        let texts = [("full", &full), ("other", &article(3, 40)), ("cut", &cut), ("longer", &longer), ("same", &full)];
        let all = filled(texts.iter().map(|(id, text)| (id.to_string(), text.as_str())));
        let got = groups(&all);
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].keep, "longer");
        let mut ids: Vec<_> = got[0].members.iter().map(|m| (m.id.as_str(), m.relation)).collect();
        assert_eq!(ids.remove(0), ("longer", MemberRelation::Identical));
        ids.sort_by_key(|&(id, _)| id);
        assert_eq!(ids, [("cut", MemberRelation::Contained), ("full", MemberRelation::Near), ("same", MemberRelation::Identical)]);
        assert!(got[0].members[1..].iter().all(|m| m.of.is_some() && m.similarity > 0.9));
        assert_eq!(got, groups(&all), "the same every time");
    }

    #[test]
    fn two_articles_do_not_meet_through_a_third() {
        let (a, b) = (article(1, 30), article(2, 30));
        let round_up = format!("{}{}", &a, &b);
        let got = groups(&filled([("a".to_string(), a.as_str()), ("b".to_string(), b.as_str())]));
        assert_eq!(got, []);
        // a round-up holds both: they are contained in it, and it is the one to keep
        let got = groups(&filled([("a".into(), a.as_str()), ("b".into(), b.as_str()), ("both".into(), round_up.as_str())]));
        assert_eq!((got.len(), got[0].keep.as_str()), (1, "both"));
        assert!(got[0].members[1..].iter().all(|m| m.of.as_deref() == Some("both")));
    }

    /// Sentences `from..to` of an article.
    fn part(seed: usize, from: usize, to: usize) -> String {
        article(seed, to).split_inclusive(". ").skip(from).collect()
    }

    fn of_texts(texts: &[(&str, String)]) -> Vec<Group> {
        groups(&filled(texts.iter().map(|(id, text)| (id.to_string(), text.as_str()))))
    }

    /// Id, relation, and what it was found by, of the members of a group.
    fn told(group: &Group) -> Vec<(&str, &'static str, Option<&str>)> {
        group.members.iter().map(|m| (m.id.as_str(), m.relation.name(), m.of.as_deref())).collect()
    }

    #[test]
    fn a_member_shares_enough_with_the_one_to_keep() {
        let long = article(1, 60);
        let joins = format!("{}{}", part(1, 0, 20), part(2, 0, 20));
        let chained = format!("{}{}", part(2, 0, 20), part(3, 0, 12));
        let got = of_texts(&[("long", long.clone()), ("joins", joins.clone()), ("chained", chained)]);
        assert_eq!(got.iter().map(told).collect::<Vec<_>>(), [[("long", "identical", None), ("joins", "contained", Some("long"))]]);
        // most of it is the second's, and enough of it the first's
        let both = format!("{}{}", part(2, 0, 20), part(1, 0, 15));
        let got = of_texts(&[("long", long), ("joins", joins), ("both", both)]);
        assert_eq!(
            got.iter().map(told).collect::<Vec<_>>(),
            [[("long", "identical", None), ("joins", "contained", Some("long")), ("both", "near", Some("joins"))]]
        );
    }

    #[test]
    fn of_two_that_hold_it_the_one_that_holds_more_is_named() {
        let (one, two) = (format!("{}{}", part(1, 0, 30), part(2, 0, 30)), format!("{}{}", part(1, 0, 18), part(3, 0, 40)));
        let member = format!("{}{}", part(1, 0, 20), part(4, 0, 4));
        for order in [[&one, &two], [&two, &one]] {
            let texts: Vec<_> = order
                .iter()
                .enumerate()
                .map(|(i, text)| (i.to_string(), text.as_str()))
                .chain([("member".into(), member.as_str())])
                .collect();
            let got = groups(&filled(texts));
            let found = got.iter().flat_map(|group| &group.members).find(|m| m.id == "member").expect("it is grouped");
            assert_eq!(found.of.as_deref(), Some(if order[0] == &one { "0" } else { "1" }));
        }
    }

    #[test]
    fn how_much_is_told_as_a_share_of_the_shorter() {
        let longer = article(1, 60);
        let near = format!("{}{}", part(1, 0, 45), part(2, 0, 5));
        let short = format!("{}{}", part(1, 0, 15), part(3, 0, 10));
        let got = of_texts(&[("short", short), ("longer", longer.clone()), ("near", near), ("copy", longer)]);
        let [group] = &got[..] else { panic!("one group: {got:?}") };
        assert_eq!(group.keep, "longer");
        assert_eq!(
            told(group),
            [
                ("longer", "identical", None),
                ("short", "contained", Some("longer")),
                ("near", "near", Some("longer")),
                ("copy", "identical", Some("longer"))
            ]
        );
        let shares: Vec<f64> = group.members.iter().map(|m| m.similarity).collect();
        assert!((shares[1] - 0.6).abs() < 0.12 && (shares[2] - 0.9).abs() < 0.08, "{shares:?}");
        assert_eq!([shares[0], shares[3]], [1.0, 1.0]);
    }

    #[test]
    fn memory_is_that_of_ids_and_sketches() {
        let mut all = Deduplicator::default();
        let mut memory = vec![all.memory()];
        for (id, n) in [("a", 5), ("b", 5), ("and ten letters", 5), ("c", 40)] {
            all.add(id, &article(memory.len(), n)).expect("ids differ");
            memory.push(all.memory());
        }
        let grown: Vec<usize> = memory.windows(2).map(|two| two[1] - two[0]).collect();
        assert_eq!(memory[0], 0);
        // 43 shingles of four bytes each, and the numbers and names that every article has
        assert_eq!(grown[0], grown[1]);
        assert_eq!(grown[2], grown[1] + 14);
        assert!((200..450).contains(&grown[0]) && grown[3] > grown[0], "{grown:?}");
    }

    #[test]
    fn progress_counts_what_is_done() {
        let mut texts: Vec<_> = (0..600).map(|i| (i.to_string(), article(i, 4))).collect();
        texts.extend((600..700).map(|i| (i.to_string(), article(i - 600, 4))));
        let all = filled(texts.iter().map(|(id, text)| (id.clone(), text.as_str())));
        let mut told = Vec::new();
        all.groups(&mut |progress| {
            told.push((progress.done, progress.of));
            true
        })
        .expect("nothing stopped it");
        assert_eq!(told, [(0, 700), (355, 700), (611, 700), (700, 700)]);
    }

    #[test]
    fn a_notice_under_every_article_makes_no_group() {
        let notice = part(9, 0, 4);
        let texts: Vec<_> = (0..60).map(|i| (i.to_string(), format!("{}{notice}", article(10 + i, 30)))).collect();
        assert_eq!(groups(&filled(texts.iter().map(|(id, text)| (id.clone(), text.as_str())))), []);
        // and hides no copy
        let copies = texts.iter().map(|(id, text)| (format!("copy of {id}"), format!("{text}{}", part(8, 0, 2))));
        let all: Vec<_> = texts.iter().cloned().chain(copies).collect();
        let got = groups(&filled(all.iter().map(|(id, text)| (id.clone(), text.as_str()))));
        assert!(got.len() == 60 && got.iter().all(|group| group.members.len() == 2));
    }

    #[test]
    fn an_id_given_twice_loses_nothing() {
        let mut all = filled([("a".to_string(), "The ferry left Tarn at dawn.")]);
        assert_eq!(all.add("a", "other words"), Err(Error::DuplicateId { id: "a".into() }));
        all.add("b", "The ferry left Tarn at dawn!").expect("a new id");
        assert_eq!((all.size(), groups(&all)[0].members.len()), (2, 2));
    }

    #[test]
    fn stopping_loses_nothing() {
        let texts: Vec<_> = (0..2_000).map(|i| (i.to_string(), article(i / 2, 4))).collect();
        let all = filled(texts.iter().map(|(id, text)| (id.clone(), text.as_str())));
        let mut calls = 0;
        let stopped = all.groups(&mut |progress| {
            calls += 1;
            progress.done < 1_200
        });
        assert_eq!(stopped, Err(Error::Stopped));
        assert!(calls > 1);
        assert_eq!(groups(&all).len(), 1_000);
    }

    #[test]
    fn a_threshold_is_a_share() {
        for bad in [-0.1, 1.5, f64::NAN, f64::INFINITY] {
            assert!(matches!(Deduplicator::new(Some(bad)), Err(Error::BadOption { option: "threshold", .. })), "{bad}");
        }
        assert!(Deduplicator::new(Some(1.0)).is_ok() && Deduplicator::new(Some(0.0)).is_ok());
    }

    /// Each would take minutes if anything in it were quadratic.
    #[test]
    fn hostile_heaps() {
        let same = article(5, 3);
        let got = groups(&filled((0..20_000).map(|i| (i.to_string(), same.as_str()))));
        assert_eq!((got.len(), got[0].members.len()), (1, 20_000));
        let empty = groups(&filled((0..20_000).map(|i| (i.to_string(), ""))));
        assert!(empty.len() <= 1);
        // nearly the same: every one has a word of its own
        let near: Vec<String> = (0..5_000).map(|i| format!("{same}{i}x")).collect();
        let got = groups(&filled(near.iter().enumerate().map(|(i, text)| (i.to_string(), text.as_str()))));
        assert_eq!((got.len(), got[0].members.len()), (1, 5_000));
        let repeated: Vec<String> = (0..2_000).map(|i| "The ferry left Tarn. ".repeat(1 + i % 50)).collect();
        assert!(!groups(&filled(repeated.iter().enumerate().map(|(i, text)| (i.to_string(), text.as_str())))).is_empty());
        let long = "word after other words ".repeat(100_000);
        let got = groups(&filled([("long".to_string(), long.as_str()), ("a".into(), same.as_str()), ("b".into(), same.as_str())]));
        assert_eq!(got.len(), 1);
    }
}

#[test]
fn repeats_inside_one_article() {
    let text = "Ferry strike closes the port of Tarn\n\nThe port of Tarn was closed on Monday by a strike of the ferry crews.\n\n\
        Ferry strike closes the port of Tarn\n\nHe said no.\n\n“We have waited for two years,” said Lena Voss, who leads the union of the crews.\n\n\
        “We have waited for two years,” said Lena Voss\n\nHe said no.\n\nThe port of Orlund was closed on Monday by a strike of the ferry crews.";
    let got = read(text, &Options::default()).expect("no text is an error").annotated.repeats;
    let told: Vec<_> = got.iter().map(|r| (r.span.of(text), r.of.start() < r.span.start())).collect();
    assert_eq!(told, [("Ferry strike closes the port of Tarn", true), ("“We have waited for two years,” said Lena Voss", true)]);
}

#[test]
fn one_sentence_a_thousand_times_is_compared_in_no_time() {
    let text = "The ferry left the port of Tarn with nine sheep. ".repeat(5_000);
    let other = "The ferry left the port of Tarn with eight sheep. ".repeat(5_000);
    let got = compared(&[&text, &other]);
    assert_eq!(got.articles[1].sentences[0].status, Status::Changed);
}

mod ledgers {
    use super::compared;
    use glosswire::dedup::{Comparison, Relation, Status};

    const FIRST: &str = "Ferry crews of Tarn strike over night pay

TARN - Ferry crews in the port of Tarn walked out on March 10, 2031, and closed the line to the islands, Mayor Ilva Marn said.

“We have waited for two years and nobody has called us,” said Lena Voss, who leads the union of the crews.

The strike left 1,200 passengers on the quay. The crews want 14 percent more for work at night. Tomas Harl, the owner of the line, offered $3 million.

“This port belongs to all of us,” Marn said. The last strike in Tarn was in May 2027.";

    const SECOND: &str = "Strike in Tarn goes on

The mayor of Tarn, Ilva Marn, said the ferry line to the islands was closed because the crews had walked out over night pay.

“We have waited for two years,” Voss told reporters on March 12, 2031. “Nobody has called us,” she said.

The strike left 1,500 passengers on the quay, the owner, Tomas Harl, said. The crews ask for 14 percent more. Jon Harl, who sells tickets, sent his three men home.

“This port belongs to all of us,” Ilva Marn said.";

    fn of_both() -> (Comparison, [&'static str; 2]) {
        (compared(&[FIRST, SECOND]), [FIRST, SECOND])
    }

    #[test]
    fn a_person_of_both_stands_once() {
        let (got, texts) = of_both();
        for (name, in_first, in_second) in
            [("Ilva Marn", true, true), ("Lena Voss", true, true), ("Tomas Harl", true, true), ("Jon Harl", false, true)]
        {
            let people: Vec<_> = got.people.iter().filter(|person| person.name == name).collect();
            assert_eq!(people.len(), 1, "{name}: {:?}", got.people.iter().map(|p| &p.name).collect::<Vec<_>>());
            let has = |article: usize| people[0].entities.iter().any(|&(of, _)| of == article);
            assert_eq!((has(0), has(1)), (in_first, in_second), "{name}");
            let surname = name.split(' ').next_back().unwrap_or(name);
            assert!(people[0].mentions.iter().any(|(place, _)| place.span.of(texts[place.article]).contains(surname)), "{name}");
        }
    }

    #[test]
    fn a_quotation_of_both_is_one_row() {
        let (got, texts) = of_both();
        for (words, speaker, places, differs) in
            [("This port belongs", Some("Ilva Marn"), vec![0, 1], false), ("We have waited", Some("Lena Voss"), vec![0, 1], false)]
        {
            let rows: Vec<_> = got
                .quote_ledger
                .iter()
                .filter(|row| row.occurrences.iter().any(|one| one.place.span.of(texts[one.place.article]).starts_with(words)))
                .collect();
            assert_eq!(rows.len(), 1, "{words}");
            let articles: Vec<_> = rows[0].occurrences.iter().map(|one| one.place.article).collect();
            assert!(articles.starts_with(&places[..1]) && places.iter().all(|place| articles.contains(place)), "{words}: {articles:?}");
            assert_eq!((rows[0].speaker.as_deref(), rows[0].differs), (speaker, differs), "{words}");
        }
    }

    #[test]
    fn another_wording_of_a_quotation_is_told() {
        let wordings = [
            (
                "“We will never sell the old mine to Orlund,” said Lena Voss.",
                "“We will not sell the old mine to Orlund,” said Lena Voss.",
                1,
                true,
            ),
            (
                "“We will never sell the old mine,” said Lena Voss.",
                "“We will never sell the old mine to Orlund,” said Lena Voss.",
                1,
                false,
            ),
            ("“We will never sell the old mine,” said Lena Voss.", "“Nobody slept in Tarn that night,” said Lena Voss.", 2, false),
            ("“No,” said Lena Voss.", "“No,” said Tomas Harl.", 2, false),
        ];
        for (a, b, rows, differs) in wordings {
            let got = compared(&[a, b]).quote_ledger;
            assert_eq!((got.len(), got.iter().any(|row| row.differs)), (rows, differs), "{a} / {b}");
        }
    }

    #[test]
    fn figures_of_one_thing_are_set_side_by_side() {
        let (got, _) = of_both();
        let rows: Vec<_> = got
            .value_ledger
            .iter()
            .map(|row| (row.what.as_str(), row.figures.iter().map(|f| f.amount).collect::<Vec<_>>(), row.agree))
            .collect();
        // what one article alone gives (dollars, men) has no row
        assert_eq!(rows, [("passenger", vec![1200.0, 1500.0], false), ("percent", vec![14.0, 14.0], true)]);
    }

    #[test]
    fn dates_stand_in_their_order() {
        let (got, texts) = of_both();
        let dates: Vec<_> =
            got.timeline.iter().map(|entry| (entry.iso.as_str(), entry.place.article, entry.date.of(texts[entry.place.article]))).collect();
        assert_eq!(dates, [("2027-05", 0, "May 2027"), ("2031-03-10", 0, "March 10, 2031"), ("2031-03-12", 1, "March 12, 2031")]);
        // intervals and decades among days
        let text =
            "The dam broke in the 1980s. It was mended on 4 May 1980. The lock was shut from 4 to 9 May 1980, then until 1979 nobody came.";
        let isos: Vec<_> = compared(&[text]).timeline.into_iter().map(|entry| entry.iso).collect();
        assert!(isos.len() >= 3 && isos.is_sorted(), "{isos:?}");
    }

    #[test]
    fn the_same_point_in_other_words_is_a_hint() {
        for (a, b) in [
            (
                "Ferry crews in the port of Tarn walked out on Monday and closed the line to the islands, Mayor Ilva Marn said.",
                "Islanders could not reach the port of Tarn after Mayor Ilva Marn said a walkout by ferry crews would keep ships there until spring.",
            ),
            (
                "The council of Velmora voted on Tuesday to sell the old coal mine near the river to a brewer from Orlund.",
                "Lawyers in Orlund must still read the paper before the old coal mine, a ruin since the great flood, can pass from its council to a brewer.",
            ),
        ] {
            let got = compared(&[a, b]);
            let lead = &got.articles[1].sentences[0];
            assert_eq!(lead.status, Status::New, "{b}");
            assert!(lead.matches.iter().all(|found| found.relation == Relation::SamePoint) && !lead.matches.is_empty(), "{b}: {lead:?}");
        }
    }
}
