//! Whole sentences on made-up events, with who says what in them.

use super::*;
use crate::annotate::{Annotated, Options, annotate};
use crate::article::Role;
use crate::highlight::MentionForm;

/// An article of which the first line is the headline and all others are the body.
fn read(text: &str) -> Annotated {
    let roles: Vec<Role> = text.lines().enumerate().map(|(i, _)| if i == 0 { Role::Headline } else { Role::Body }).collect();
    annotate(text, &Options { roles: Some(roles), ..Options::default() }).expect("any text can be read")
}

/// The name of who says a quotation, "-" for nobody.
fn speaker<'a>(annotated: &'a Annotated, quote: &Quote) -> &'a str {
    quote.speaker.and_then(|id| annotated.entities.iter().find(|e| e.id == id)).map_or("-", |e| &e.name)
}

/// Each quote as "form | source | rule or name | parts".
fn told(text: &str) -> Vec<String> {
    let annotated = read(text);
    let quotes = annotated.quotes.iter().filter(|q| q.form != QuoteForm::Indirect);
    quotes
        .map(|q| {
            let parts: Vec<&str> = q.content.iter().map(|c| c.of(text)).collect();
            format!("{} | {} | {} | {}", q.form.name(), q.source.map_or("", |s| s.of(text)), q.rule, parts.join(" + "))
        })
        .collect()
}

#[test]
fn marked_quotations_and_their_speakers() {
    let table: &[(&str, &[&str])] = &[
        (
            "Port opens\n\n\"We lost two cranes,\" harbour master Ana Brockmann said on Monday. \"We will not lose a third.\"",
            &["direct | harbour master Ana Brockmann | subject-before-cue | We lost two cranes, + We will not lose a third."],
        ),
        (
            "Port opens\n\nAna Brockmann runs the port.\n\n“It is slow,” said Jan Vos, a union leader. “We wait.”\n\nHe added: “The council must help.”",
            &["direct | Jan Vos, a union leader | inverted | It is slow, + We wait.", "direct | He | pronoun | The council must help."],
        ),
        (
            "Port opens\n\nBrockmann said the plan was \"very, very late\" and that crews were tired.",
            &["mixed | Brockmann | subject-before-cue | the plan was \"very, very late\" and that crews were tired"],
        ),
        (
            "Koster: port 'closed for weeks' after the dockers' strike\n\nThe port is closed.",
            &["headline | Koster | colon | closed for weeks"],
        ),
        ("Port opens\n\nJoe \"Sparky\" Lund bought a ticket for the film \"The Long Pier\" on Friday.", &[]),
        (
            "Talk\n\nOLSEN: It broke at noon.\n\nVOS: Who called you?\n\nOLSEN: My sister.\n\nVOS: And then?",
            &[
                "direct | OLSEN | script | It broke at noon.",
                "direct | VOS | script | Who called you?",
                "direct | OLSEN | script | My sister.",
                "direct | VOS | script | And then?",
            ],
        ),
        (
            "Port opens\n\n\"We wait and we work,\" Olsen said.\n\n\"Nobody sails before dawn, not even the mayor.\"",
            &[
                "direct | Olsen | subject-before-cue | We wait and we work,",
                "direct | Olsen | previous-paragraph | Nobody sails before dawn, not even the mayor.",
            ],
        ),
        (
            "Port opens\n\n\"We wait and we work, day after day,\" a senior official said.",
            &["direct | a senior official | subject-before-cue | We wait and we work, day after day,"],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(&told(text), expected, "{text}");
    }
}

#[test]
fn indirect_speech() {
    let table = [
        ("Ana Brockmann said on Tuesday that the port would close.", "Ana Brockmann", "that the port would close"),
        ("According to the ministry, two men were arrested.", "the ministry", "two men were arrested"),
        ("Two men were arrested, the Kremlin said.", "the Kremlin", "Two men were arrested"),
        ("The union confirmed that talks had failed, but Olsen said work went on.", "The union", "that talks had failed"),
        ("Two men were arrested, police said in a statement.", "police", "Two men were arrested"),
        ("According to the ministry, the firm closed the port on Monday.", "the ministry", "the firm closed the port on Monday"),
        ("According to letters obtained by the Post, work stopped in May.", "letters obtained by the Post", "work stopped in May"),
        ("A statement issued by the ministry said the port had closed.", "A statement issued by the ministry", "the port had closed"),
        ("A letter sent by the mayor to crews said work would stop.", "A letter sent by the mayor to crews", "work would stop"),
        (
            "A note written by Jan Vos and seen by the Post says work stopped.",
            "A note written by Jan Vos and seen by the Post",
            "work stopped",
        ),
        ("A study published in Nature says the port will sink.", "A study published in Nature", "the port will sink"),
        ("Work stopped, according to a study published on Monday in Nature.", "a study", "Work stopped"),
        ("Work stopped, two people familiar with the matter said.", "two people familiar with the matter", "Work stopped"),
        ("Work stopped, state television reported.", "state television", "Work stopped"),
        ("Work stopped, the BBC reports.", "the BBC", "Work stopped"),
        ("Work stopped, reports Reuters.", "Reuters", "Work stopped"),
        ("The BBC reports that work stopped.", "The BBC", "that work stopped"),
        ("Police reports say work stopped.", "reports", "work stopped"),
        ("Officials state that work stopped.", "Officials", "that work stopped"),
        ("Jan Vos admitted taking the money but insisted it was a loan.", "Jan Vos", "taking the money"),
        ("The ministry confirmed by email that work had stopped.", "The ministry", "that work had stopped"),
        ("According to police, the man drove off, but officers found him.", "police", "the man drove off"),
        ("Talks backed by the mayor failed, Ana Brockmann said.", "Ana Brockmann", "Talks backed by the mayor failed"),
    ];
    // a clause inside reported words is no report of its own
    let text = "Ana Brockmann confirmed that work on the wall continues as planned.";
    let annotated = annotate(text, &Options { roles: Some(vec![Role::Body]), ..Options::default() }).expect("any text can be read");
    assert_eq!(annotated.quotes.len(), 1, "{:?}", annotated.quotes);
    for (text, source, content) in table {
        let annotated = annotate(text, &Options { roles: Some(vec![Role::Body]), ..Options::default() }).expect("any text can be read");
        let found = annotated.quotes.first().map(|q| (q.source.map_or("", |s| s.of(text)), q.content[0].of(text)));
        assert_eq!(found, Some((source, content)), "{text}");
    }
}

#[test]
fn unnamed_named_and_nobody() {
    let text = "Port opens\n\nAna Brockmann runs the port. \"We will open again in May,\" she said.\n\n\"It will never open again,\" a fisherman said.";
    let annotated = annotate(text, &Options::default()).expect("any text can be read");
    let kinds: Vec<SpeakerKind> = annotated.quotes.iter().filter(|q| q.form == QuoteForm::Direct).map(|q| q.speaker_kind).collect();
    assert_eq!(kinds, [SpeakerKind::Named, SpeakerKind::Unnamed]);
    let she = annotated.entities.iter().flat_map(|e| &e.mentions).find(|m| m.span.of(text) == "she");
    assert_eq!(she.map(|m| m.form), Some(MentionForm::Pronoun), "a pronoun that speaks is a mention");
}

/// The name of the speaker of each quotation.
fn speakers(text: &str) -> Vec<String> {
    let annotated = read(text);
    annotated.quotes.iter().filter(|q| q.form != QuoteForm::Indirect).map(|q| speaker(&annotated, q).to_string()).collect()
}

#[test]
fn he_and_she_mean_the_person_at_the_centre() {
    let table: &[(&str, &[&str])] = &[
        // the subject of the sentence before, not who spoke last
        (
            "Port opens\n\n\"We lost two cranes,\" said Maria Olden, the harbour master.\n\nJan Vos, a union leader, laughed at that.\n\n\"They lost four,\" he said.",
            &["Maria Olden", "Jan Vos"],
        ),
        // nobody who is named in the words
        (
            "Port opens\n\nPeter Brask runs the port. John Olden told reporters that he would resign.\n\n\"I never liked Olden,\" he said.",
            &["Peter Brask"],
        ),
        // sentences that are all quotation do not count
        (
            "Port opens\n\n\"One,\" Maria Olden said on Monday. \"Two of us went. Three of us came. Four of us stayed. Five of us left.\"\n\n\"Six of us slept,\" she added.",
            &["Maria Olden", "Maria Olden"],
        ),
        // a person without a name stays one
        (
            "Port opens\n\nPeter Brask said the port was open.\n\nA fisherman who sells his catch at the pier said nothing had changed.\n\n\"We wait as we always did,\" he said.",
            &["-"],
        ),
        // what a person is called besides is nobody else
        (
            "Port opens\n\nThe talk was led by Pelumi Adeyanju, a director at the harbour college.\n\n\"Patience is no plan,\" she said.",
            &["Pelumi Adeyanju"],
        ),
        // a surname alone is not a relative's, and the word for the relative tells a woman
        (
            "Port opens\n\nSelma Olden died on Friday. Her daughter, the director Tuana Olden, told of it.\n\n\"She laughed to the end,\" she wrote.\n\n\
             Olden's career began in 1960, when she sang at a wedding.\n\n\"I sang very badly that day,\" she once said.",
            &["Tuana Olden", "Selma Olden"],
        ),
        // "who" is the one before it, and a rank is no part of a name
        (
            "Port opens\n\nThe harbour officer, SP Grace Olden, who was briefed at noon, said: \"We will look into all of it.\"",
            &["Grace Olden"],
        ),
    ];
    for (text, expected) in table {
        assert_eq!(&speakers(text), expected, "{text}");
    }
}

#[test]
fn a_heading_and_the_paragraph_before_tell_who_speaks() {
    for (text, source) in [
        ("Storm left port 'on its knees', says mayor\n\nThe port is shut.\n\nIt will open in May.", "mayor"),
        ("Thief 'insulted a whole port', judge tells court\n\nThe port is shut.\n\nIt will open in May.", "judge"),
        ("'We lost it all': Ana Brockmann opens port\n\nThe port is shut.\n\nAna Brockmann runs it.", "Ana Brockmann"),
    ] {
        let annotated = read(text);
        let found = annotated.quotes.iter().find(|q| q.form == QuoteForm::Headline).expect("a quotation");
        assert_eq!(found.source.map(|s| s.of(text)), Some(source), "{text}");
    }
    let text = "Port shut\n\n“We lost two cranes,” said Jan Vos, a docker.\n\nMaria Olden, who sells fish at the pier, brought back eleven crates on a cart.\n\n\
                “Even my horse was ashamed of it.”";
    assert_eq!(speakers(text), ["Jan Vos", "Maria Olden"]);
    // what the body lets somebody say, its heading quotes
    let body = "Jan Vos runs the port. Maria Olden, a docker, said the plan was “reckless and dear”.\n\nIt will open in May.";
    for (heading, expected) in [
        ("Plan to shut port 'reckless'", &["Maria Olden", "Maria Olden"][..]),
        ("Port to shut on the '13th' in spite of 'golden years'", &["Maria Olden"]),
        ("End of the road for a 'hidden champion' of the sea", &["Maria Olden"]),
    ] {
        let text = format!("{heading}\n\nThe port is shut.\n\n{body}");
        let found = speakers(&text);
        assert_eq!(found.iter().filter(|s| *s != "-").collect::<Vec<_>>(), expected, "{heading}");
    }
    // a few words between single marks head the paragraphs below them
    let text = "Port shut\n\n“We lost two cranes and a boat,” said Jan Vos, a docker.\n\n'A dear plan'\n\n\
                Maria Olden said it was “a dear plan from the start” and left.\n\n'Ghost ships'\n\nThe port is empty.";
    assert_eq!(speakers(text), ["Jan Vos", "Maria Olden", "Maria Olden"]);
    let text = "'Portgate': Ana Brockmann goes on trial\n\nThe port is shut.\n\nAna Brockmann runs it.";
    assert_eq!(speakers(text), ["-"]);
}

#[test]
fn terms_are_nobodys_words() {
    for text in [
        "Port opens\n\nMaria Olden said the crane known as “Big Bertha” had fallen.",
        "Port opens\n\nMaria Olden said that so-called “ghost ships” lay at the pier.",
        "Port opens\n\nMaria Olden left the pier, which was at what sailors call “the Grave.”",
        "Port opens\n\nMaria Olden told CNN’s “Morning of the Port” that crews were tired.",
        "Port opens\n\nRobert C. “Bobby” Vos bought a boat.",
        "Port opens\n\nMaria Olden said a lorry marked “Harbour Water” had come.",
        "Port opens\n\nMaria Olden said the smoke covered the port in “jerebu”, or haze, for days.",
        "Port opens\n\nMaria Olden said the “mano dura” (iron fist) had failed.",
        "Port opens\n\nMaria Olden said critics had dubbed it the “Tortoise” pier.",
        "Port opens\n\nMaria Olden asked for the federal “Kurzarbeit” scheme, which pays crews.",
        "Port opens\n\nMaria Olden, whose album “Marée haute” sold well, is suing the port.",
        "Port opens\n\nMaria Olden, who wrote the book “Paths of Memory: Elephants of the Southern Hills”, said nothing.",
        "Port opens\n\nMaria Olden said their names were added to “The Book of Rats”, a list kept at the pier.",
        "Port opens\n\nMaria Olden said forty men were held under “Operation Sea Wall” in May.",
        "Port opens\n\nMaria Olden asked about the “band system”, under which crews are paid by the day.",
        "Port opens\n\nMaria Olden promised to scrap the “bridge tax”, as the toll on the road is known.",
        "Port opens\n\nCrews have dubbed the new invoices “ransom notes”.",
        "Port opens\n\nSailors knew her as “Aunt Maria”.",
        "Port opens\n\nSailors stopped naming the river. They call it “Milo”, after the drink.",
        "Port opens\n\nMaria Olden said its name translates as “place that breathes”.",
        "Port opens\n\nMaria Olden said the gecko should be classified as “Critically Endangered”.",
        "Port opens\n\nMaria Olden told crews of her role in “Once Upon a Tide” on Friday.",
        "Port opens\n\n“Quiet Tide” director Maria Olden told crews to wait.",
        "Port opens\n\nMaria Olden spoke of the recent “Great Flood,” which crews recall.",
        "Port opens\n\nMaria Olden told crews of a nickname “the lamp,” or “the man with the lamp,” for the mayor.",
        "Port opens\n\nCrews spoke of a woman going by the name “The Lantern” on Friday.",
        "Port opens\n\nMaria Olden told crews that they named their boat “Robin” in May.",
        "Port opens\n\nMaria Olden said that to “ring up” in sailors' jargon is to stop at the quay.",
        "Port opens\n\nMaria Olden told crews with “Tides” on the backs of their jerseys to wait.",
        "Port opens\n\nMaria Olden told the council to vote on adding the words “and Harbour” to the sign.",
        "Port opens\n\nMaria Olden said she won a medal for “quiet service” in May.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
    for (text, words) in [
        ("Port opens\n\nMaria Olden called the vote a sign “of real progress” on Monday.", "of real progress"),
        ("Port opens\n\nMaria Olden praised the German for “extraordinary courage” at sea.", "extraordinary courage"),
        ("Port opens\n\nMaria Olden called the vote “a disgrace,” the strongest words yet.", "a disgrace"),
        ("Port opens\n\n“Never Again,” director Maria Olden said on Friday.", "Never Again"),
        ("Port opens\n\nMaria Olden said she was tired or “close to the end”.", "close to the end"),
        ("Port opens\n\nAsked whether she would keep her role as mayor, Maria Olden said “Never.”", "Never"),
        ("Port opens\n\nMaria Olden, who starred in the film, said “We Wait”.", "We Wait"),
        ("Port opens\n\n“The only thing we have to fear is fear itself” — Franklin D. Roosevelt, 1933", "fear itself"),
        ("Port opens\n\nMaria Olden condemned the award for “rewarding cowardice”.", "rewarding cowardice"),
        ("Port opens\n\nCrews shouted “shame on you” at men in blue shirts.", "shame on you"),
        ("Port opens\n\nMaria Olden thanked crews for “quiet service” in May.", "quiet service"),
        ("Port opens\n\nThe port board said “we failed these children” on Monday.", "we failed these children"),
        ("Port opens\n\nMaria Olden said she felt “betrayed,” as calls grew for her to go.", "betrayed"),
        ("Port opens\n\nMaria Olden called 2016 “the worst year of my life” on Monday.", "the worst year of my life"),
    ] {
        assert!(told(text).iter().any(|quote| quote.contains(words)), "{text}");
    }
    let source = annotate("“Old crane falls into the port at night” — Reuters, August 15, 2008", &Options::default());
    assert!(source.expect("any text can be read").quotes.is_empty(), "a list of sources");
    let own = "Port opens\n\nMaria Olden left after what she called “a very long night”.";
    assert_eq!(told(own).len(), 1, "her own words are a quotation");
}

/// Who says each quotation or report, with what is said.
fn heard(text: &str) -> Vec<String> {
    let annotated = read(text);
    annotated.quotes.iter().map(|q| format!("{} | {}", speaker(&annotated, q), q.content[0].of(text))).collect()
}

#[test]
fn who_is_meant_and_what_is_said() {
    for (text, expected) in [
        (
            "Port shut\n\nThe World Harbour Council met in Oslo. It said that the port would stay closed.",
            &["World Harbour Council | that the port would stay closed"][..],
        ),
        (
            "Port shut\n\nAccording to the mayor, Ana Vane, the cranes had been checked twice.",
            &["Ana Vane | the cranes had been checked twice"],
        ),
        (
            "Port shut\n\nThe port will close on Monday, Mayor Ana Vane said on Friday, in a speech that was broadcast by radio.",
            &["Ana Vane | The port will close on Monday"],
        ),
        ("Port shut\n\nA docker, speaking on condition of anonymity, said the crane was old.", &["- | the crane was old"]),
        (
            "Port shut\n\nIn a statement posted online, Ana Vane wrote: \"The cranes must be checked.\"",
            &["Ana Vane | The cranes must be checked."],
        ),
        ("Port shut\n\nThe union said it feared for jobs; the council has a \"golden share\" in the port.", &["- | it feared for jobs"]),
        (
            "Port shut\n\nThe World Harbour Council met in Oslo. In its latest report, it called the port “a ruin of its own making”.",
            &["World Harbour Council | the port “a ruin of its own making”"],
        ),
        (
            "Port shut\n\nThe row was raised by Ana Vane, who accused the council of “hiding behind the storm”.",
            &["Ana Vane | the council of “hiding behind the storm”"],
        ),
        ("Port shut\n\nThree boats burned. Nobody has claimed responsibility.", &[]),
        ("Port shut\n\nAfter warning that the port might close, Ana Vane left the room.", &["Ana Vane | that the port might close"]),
        ("Port shut\n\nThe mayor, Ana Vane, is confident that the port will open.", &["Ana Vane | that the port will open"]),
    ] {
        assert_eq!(heard(text), expected, "{text}");
    }
    let who = read("Port shut\n\nThe row was raised by the mayor of Oslo, who said: “We wait and we work.”");
    let source = who.quotes.first().and_then(|q| q.source);
    assert_eq!(source.map(|s| s.len()), Some("the mayor of Oslo, who".len()), "{:?}", who.quotes);
    let passed_on =
        heard("Port shut\n\n\"We regret it,\" Ana Vane said, according to the Harbour News agency. \"All of us regret it deeply.\"");
    assert!(passed_on.contains(&"Ana Vane | We regret it,".to_string()), "{passed_on:?}");
    assert!(!passed_on.iter().any(|quote| quote.ends_with("deeply.") && !quote.starts_with("Ana Vane")), "{passed_on:?}");
    let passed_on = heard("Port shut\n\n\"We regret it deeply,\" Ana Vane added, according to the Harbour News agency.");
    assert!(passed_on.contains(&"Ana Vane | We regret it deeply,".to_string()), "{passed_on:?}");
}

/// The cues of a body, each with who says it.
fn cues(text: &str) -> Vec<String> {
    let annotated = annotate(text, &Options { roles: Some(vec![Role::Body]), ..Options::default() }).expect("any text can be read");
    let words = |span: Option<Span>| span.map_or("", |s| s.of(text));
    annotated.quotes.iter().map(|q| format!("{} | {}", words(q.source), words(q.cue))).collect()
}

#[test]
fn cues_with_what_belongs_to_them() {
    for (text, expected) in [
        ("Ana Vane went on to say that the port would close.", "Ana Vane | went on to say"),
        ("Ana Vane has continued to deny that the cranes were old.", "Ana Vane | has continued to deny"),
        ("Ana Vane wants to close the port by May.", "Ana Vane | wants"),
        ("Ana Vane objected to the plan on Friday.", "Ana Vane | objected to"),
        ("Ana Vane hit back at the claims of the union.", "Ana Vane | hit back"),
        ("Ana Vane is confident that the port will open by May.", "Ana Vane | is confident"),
        ("The mayor shrugged off criticism of the new port.", "The mayor | shrugged off"),
        ("Ana Vane isn't very sure that the port will open.", "Ana Vane | isn't very sure"),
        ("Ana Vane is convinced that the port will close by May.", "Ana Vane | is convinced"),
        ("Ana Vane once called the port a ruin.", "Ana Vane | once called"),
        ("After warning that the port might close, Ana Vane left the room.", "Ana Vane | warning"),
    ] {
        assert!(cues(text).contains(&expected.to_string()), "{text}: {:?}", cues(text));
    }
}

#[test]
fn what_looks_like_a_cue() {
    for text in [
        "The confident mayor left the room.",
        "Shares declined 0.3 percent on Friday.",
        "10:02 AM, published Nov. 20",
        "Ana Vane, as opposed to the council, left the room.",
        "You know the port.",
        "It is clear that the port will open in May.",
        "The angry mayor left the room.",
        "Ana Vane, who asked not to be named, left the room.",
    ] {
        assert_eq!(cues(text), [""; 0], "{text}");
    }
}

#[test]
fn a_direct_quotation_has_the_cue_beside_it() {
    let text = "Port shut\n\nAna Vane praised the crews of the port, telling reporters: \"They never sleep, and neither do I.\"";
    let annotated = read(text);
    let direct = annotated.quotes.iter().find(|q| q.form == QuoteForm::Direct).expect("a quotation");
    assert_eq!(direct.cue.map(|c| c.of(text)), Some("telling"));
    assert!(annotated.quotes.iter().any(|q| q.cue.is_some_and(|c| c.of(text) == "praised")), "{:?}", annotated.quotes);
    let text = "Port shut\n\nSpeaking to crews in Oslo, Ana Vane said: \"They never sleep, and neither do I.\"";
    let annotated = read(text);
    let direct = annotated.quotes.iter().find(|q| q.form == QuoteForm::Direct).expect("a quotation");
    assert_eq!((direct.cue.map(|c| c.of(text)), direct.rule), (Some("said"), "subject-before-cue"));
}

#[test]
fn place_lines_do_not_speak() {
    let text = "OSLO: The council on Friday ordered new cranes, observing that the port appeared to be \"in deep slumber\".";
    let annotated = annotate(text, &Options { roles: Some(vec![Role::Body]), ..Options::default() }).expect("any text can be read");
    assert!(!annotated.quotes.is_empty());
    assert!(annotated.quotes.iter().all(|q| q.source.is_none_or(|s| s.of(text) != "OSLO")), "{:?}", annotated.quotes);
}

#[test]
fn odd_input_does_no_harm() {
    for text in [
        "\"",
        "'",
        "\"\"",
        "“”",
        "said",
        "said said said",
        ": \"",
        "\u{2028}\"a",
        "X: ",
        "\"\n\n\"\n\n\"",
        "according to",
        "he said\u{1F600},",
        "said (,",
        "\" said \" said \"",
    ] {
        find(&Article::read(text, None), &mut []);
    }
    for text in ["said ".repeat(20_000), "\"a\" said ".repeat(20_000), "Ana Vane: x\n".repeat(5_000), "he said, adding ".repeat(10_000)] {
        find(&Article::read(&text, None), &mut []);
    }
}
