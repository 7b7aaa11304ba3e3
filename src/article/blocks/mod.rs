//! Blocks: paragraphs and other lines, each with the role it plays in the article.

pub mod classify;
mod consent;
mod cues;
pub mod features;
mod headline;
mod markup;
mod opening;
mod roles;
mod running;
mod scan;
pub mod stack;
mod wrap;

pub use classify::Model;
pub use roles::forms;
pub use wrap::{Unit, units};

use super::{Line, Outline, Span};
use crate::limits::MAX_JUDGED_BLOCKS;

/// What a block is for. Everything but [`Role::Related`] and [`Role::Furniture`] belongs to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The article's title: at most one block.
    Headline,
    /// The sentence under the headline.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// When, and where, it was published.
    Dateline,
    /// A paragraph.
    Body,
    /// A heading inside the body.
    Subheading,
    /// The words under a picture.
    Caption,
    /// An item of a list that belongs to the article.
    List,
    /// A link to another article.
    Related,
    /// What the page puts around an article: menus, share buttons, notices.
    Furniture,
}

impl Role {
    /// Its name in API.md.
    pub fn name(self) -> &'static str {
        match self {
            Role::Headline => "headline",
            Role::Standfirst => "standfirst",
            Role::Byline => "byline",
            Role::Dateline => "dateline",
            Role::Body => "body",
            Role::Subheading => "subheading",
            Role::Caption => "caption",
            Role::List => "list",
            Role::Related => "related",
            Role::Furniture => "furniture",
        }
    }

    /// The role with this name, if there is one.
    pub fn named(name: &str) -> Option<Role> {
        use Role::*;
        [Headline, Standfirst, Byline, Dateline, Body, Subheading, Caption, List, Related, Furniture]
            .into_iter()
            .find(|role| role.name() == name)
    }

    /// Whether a reader of the article would leave it out.
    pub fn set_aside(self) -> bool {
        matches!(self, Role::Related | Role::Furniture)
    }
}

/// A stretch of one or more lines with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Its words, without white space at both ends.
    pub span: Span,
    /// What it is for.
    pub role: Role,
}

/// Divides the lines into blocks. `roles` are given roles, one a line, binding; lines past its end are judged. `outline` is the page around the lines,
/// where it is known.
#[inline(never)]
pub fn divide(text: &str, lines: &[Line], roles: Option<&[Role]>, outline: Option<&Outline>) -> Vec<Block> {
    divide_by(&classify::BUILT_IN, text, lines, roles, outline)
}

/// The same, judged by a model of the caller's own.
pub fn divide_by(model: &Model, text: &str, lines: &[Line], roles: Option<&[Role]>, outline: Option<&Outline>) -> Vec<Block> {
    let units = units(text, lines, roles);
    let given = |unit: &Unit| roles.and_then(|roles| roles.get(unit.first).copied());
    let judged = if units.len() > MAX_JUDGED_BLOCKS || units.iter().all(|unit| given(unit).is_some()) {
        vec![Role::Body; units.len()]
    } else {
        let mut matrix = features::matrix(text, &units, outline);
        let furnished = roles::furnished(&matrix);
        let forests = model.of(&matrix);
        let asked = if furnished { consent::rows(text, &units, &matrix) } else { Vec::new() };
        let scores = if furnished { forests.scores(&mut matrix, &asked) } else { forests.all_body(&mut matrix) };
        roles::assign(forests, text, &units, &matrix, &scores, furnished)
    };
    // a headline that is given leaves no room for another
    let titled = units.iter().any(|unit| given(unit) == Some(Role::Headline));
    let judge = |role: Role| if titled && role == Role::Headline { Role::Furniture } else { role };
    units.iter().zip(judged).map(|(unit, role)| Block { span: unit.span, role: given(unit).unwrap_or_else(|| judge(role)) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::lines;

    fn roles_of(text: &str) -> Vec<(&'static str, &str)> {
        divide(text, &lines::split(text), None, None).iter().map(|b| (b.role.name(), b.span.of(text))).collect()
    }

    /// A page as Ctrl+A, Ctrl+C gives it, about a made-up harbour.
    const PAGE: &str = "Skip to content
Home
News
Sport
Sign in
Subscribe
date 2031-05-06 HARBOURS
3 min read
Velden council votes to reopen old lock after nine years
Fishing fleet could return to the inner harbour next spring, mayor says.
Velden council votes to reopen old lock after nine years
Mayor Ana Vell at the old lock in Velden, May 5, 2031. / AP
May 6, 2031

The harbour council of Velden voted late on Monday to reopen the old lock, ending a dispute of nine years with the fishing fleet.

\"We have waited long enough,\" Mayor Ana Vell said after the vote. \"The work will begin in autumn and the boats can pass in spring.\"

RelatedCoast Desk - Storm breaks the eastern mole at Oster

Costly repairs

The repairs are expected to cost 14 million crowns, most of it paid by the province, according to the council's engineers.

Recommended

Fishermen had moved to the eastern shore after a storm broke the lower gate. Some said they would not come back at once.

Explore
Storm breaks the eastern mole at Oster, ferries stay in port
Province to pay more for old bridges, governor says
Nine held after brawl at fish market
Ferry line to the islands changes hands
Copyright © 2031 Coast Desk. All rights reserved.
";

    #[test]
    fn a_page_is_told_apart() {
        let expected = [
            ("furniture", "Skip to content"),
            ("furniture", "Home"),
            ("furniture", "News"),
            ("furniture", "Sport"),
            ("furniture", "Sign in"),
            ("furniture", "Subscribe"),
            ("dateline", "date 2031"),
            ("furniture", "3 min read"),
            ("headline", "Velden council"),
            ("standfirst", "Fishing fleet could"),
            ("furniture", "Velden council"),
            ("caption", "Mayor Ana Vell at"),
            ("dateline", "May 6, 2031"),
            ("body", "The harbour council"),
            ("body", "\"We have waited"),
            ("related", "RelatedCoast Desk"),
            ("subheading", "Costly repairs"),
            ("body", "The repairs are"),
            ("furniture", "Recommended"),
            ("body", "Fishermen had"),
            ("furniture", "Explore"),
            ("related", "Storm breaks"),
            ("related", "Province to pay"),
            ("related", "Nine held"),
            ("related", "Ferry line"),
            ("furniture", "Copyright"),
        ];
        let got = roles_of(PAGE);
        assert_eq!(got.len(), expected.len());
        for ((role, text), (wanted, start)) in got.iter().zip(expected) {
            assert!(text.starts_with(start), "{text}");
            assert_eq!(*role, wanted, "{text}");
        }
    }

    #[test]
    fn what_a_line_is_by_its_form() {
        let page = PAGE.replace(
            "Mayor Ana Vell at the old lock in Velden, May 5, 2031. / AP",
            "The old lock of Velden is pictured.\nAnalysis by Ana Vell, Harbour Desk\nHarbours , Velden , Fishing Fleet , Old Locks",
        );
        let roles = roles_of(&page);
        let role = |start: &str| roles.iter().find(|(_, line)| line.starts_with(start)).map(|(role, _)| *role);
        assert_eq!(role("The old lock of"), Some("caption"));
        assert_eq!(role("Analysis by"), Some("byline"));
        assert_eq!(role("Velden council votes"), Some("headline"));
    }

    #[test]
    fn a_list_of_keywords_is_no_headline() {
        let keywords = "Harbours , Velden Council , Velden Lock , Fishing Fleet , Old Lock , Velden Harbour , Velden Mayor";
        let page = PAGE.replace("Mayor Ana Vell at the old lock in Velden, May 5, 2031. / AP\nMay 6, 2031", keywords);
        let headline = roles_of(&page).iter().find(|(role, _)| *role == "headline").map(|(_, line)| *line);
        assert_eq!(headline, Some("Velden council votes to reopen old lock after nine years"));
        let review = "Review by State Auditor Finds Harbour Funds Misspent\n\nThe harbour council of Velden voted late on Monday to reopen the lock.\n\nNobody spoke against it at the end.";
        assert_ne!(roles_of(review)[0].0, "byline");
    }

    #[test]
    fn the_beginning_of_another_article_is_set_aside() {
        let storm =
            "A storm broke the eastern mole at Oster late on Sunday, and the ferries to the islands of the bay stayed in port all day";
        let line = |title: &str, end: &str, more: &str| {
            let page = PAGE.replace("Recommended\n", &format!("{title}\n\n{storm}{end}\n\n{more}\n"));
            roles_of(&page).iter().find(|(_, line)| line.starts_with("A storm")).map(|(role, _)| *role)
        };
        assert_eq!(line("Recommended", " […]", "Read more"), Some("related"));
        assert_eq!(line("Recommended", "...", "Continue reading"), Some("related"));
        assert_eq!(line("Recommended", ".", "Read more"), Some("body"));
        assert_eq!(line("Recommended", "...", "Watch the video"), Some("body"));
        // no title stands above it: the article breaks off
        assert_eq!(
            line("The council met on Monday, as it does at the end of every month in Velden.", "...", "Continue reading"),
            Some("body")
        );
    }

    #[test]
    fn a_clean_article_stays_whole() {
        let text = "Velden council votes to reopen old lock\n\nThe harbour council of Velden voted late on Monday to reopen the old lock.\n\n- Fleet waits\n\nNobody spoke against it.\n\n\"Good,\" said Ana Vell, 61.\n\n___\n\nThe work begins in autumn.";
        let got: Vec<&str> = roles_of(text).iter().map(|(role, _)| *role).collect();
        assert_eq!(got, ["headline", "body", "subheading", "body", "body", "body", "body"]);
    }

    #[test]
    fn given_roles_bind() {
        let text = "Velden votes\n\nThe council voted.\nHome";
        let roles = [Role::Furniture, Role::Body, Role::Byline, Role::Headline];
        let got = divide(text, &lines::split(text), Some(&roles), None);
        assert_eq!(got.iter().map(|b| b.role).collect::<Vec<_>>(), [Role::Furniture, Role::Byline, Role::Headline]);
    }

    #[test]
    fn odd_texts_keep_every_line() {
        let texts = [
            "",
            "\n\n",
            "\"",
            "©",
            "(\u{A9}",
            "a\u{0}b",
            "1.\n2.\n3.",
            "\u{5E9}\u{5DC}\u{5D5}\u{5DD}",
            "中文\n中文\n中文。",
            "/ AP",
            ":",
            "By ",
            "Related",
        ];
        for text in texts {
            let lines = lines::split(text);
            let blocks = divide(text, &lines, None, None);
            assert_eq!(blocks.len(), lines.iter().filter(|line| !line.words.is_empty()).count(), "{text:?}");
        }
    }

    #[test]
    fn at_most_one_headline_alone_in_its_block() {
        let text = PAGE.repeat(3);
        assert_eq!(divide(&text, &lines::split(&text), None, None).iter().filter(|b| b.role == Role::Headline).count(), 1);
    }
}
