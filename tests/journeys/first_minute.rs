//! The first minute and the ways back, by keyboard: the question, lessons, quizzes, a fix and its
//! undo, an import of groups alone.

use crate::browser::{Page, Setup, journey, key};

const PAIR: [&str; 2] = ["ecs1 → ecs2", "ecs2 → ecs1"];

fn fragment(page: &Page) -> String {
    page.run("return location.hash").as_str().unwrap_or_default().to_owned()
}

/// Counts how often the result is put into its live region.
const LISTEN: &str = "
    const live = document.querySelector('.question [role=status]');
    window.heard = 0;
    new MutationObserver(() => { window.heard += live.textContent.trim() ? 1 : 0; })
        .observe(live, { childList: true, subtree: true, characterData: true });";

#[test]
fn the_question_is_answered_with_keys_and_its_result_is_said_once() {
    for address in ["/?lang=en", "/?lang=en&embed=1"] {
        journey(&Setup::default(), address, |page| {
            assert_eq!(page.glyphs(&PAIR), "??");
            assert_eq!(page.all(".why").len(), 0);
            page.run(LISTEN);
            page.tab_to(".question", "They cannot");
            page.press(&[key::ENTER]);
            page.wait_to_read(&"✓✓".to_owned(), |page| page.glyphs(&PAIR));
            page.wait_to_read(&"question".to_owned(), Page::focused_id);
            assert!(page.text(".question").starts_with("Incorrect: they can"));
            assert!(page.text(".question").contains("Now flip a switch."));
            assert!(page.deciding_step().contains("G2"));
            // The next stops are the box's own and then the page; the switch keeps the sentence.
            page.tab_to(&Page::switch("G2"), "Drop");
            page.press(&[key::ENTER]);
            page.wait_to_read(&"✗✗".to_owned(), |page| page.glyphs(&PAIR));
            assert!(page.text(".question").starts_with("Incorrect: they can"));
            assert_eq!(page.run("return window.heard"), 1, "said once");
        });
    }
}

#[test]
fn a_lesson_and_a_quiz_lead_back_to_the_work_with_its_log() {
    journey(&Setup::default(), "/?lang=en", |page| {
        page.click_in(&Page::switch("G2"), "Drop");
        page.wait("the link of the work", |page| fragment(page).starts_with("#s/").then_some(()));
        let work = fragment(page);
        page.click_in("header", "Lessons");
        page.tab_to("dialog", "7Ping is not a port");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"#lesson/ping".to_owned(), fragment);
        assert_eq!(page.all(".change").len(), 0, "opening is no edit");
        page.tab_to(".lesson", "Close the lesson");
        page.press(&[key::ENTER]);
        page.wait_to_read(&work, fragment);
        assert_eq!(page.glyphs(&PAIR), "✗✗");
        page.wait_to_read(&"open-lessons".to_owned(), Page::focused_id);

        page.tab_to("header", "Quiz");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"quiz-question".to_owned(), Page::focused_id);
        page.tab_to(".quiz-answers", "It gets through");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"quiz-told".to_owned(), Page::focused_id);
        page.tab_to(".quiz-head", "End the quiz");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"quiz-result".to_owned(), Page::focused_id);
        page.tab_to(".quiz-result", "Back to where I was");
        page.press(&[key::ENTER]);
        page.wait_to_read(&work, fragment);
        page.wait_to_read(&"open-quiz".to_owned(), Page::focused_id);
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"✓✓".to_owned(), |page| page.glyphs(&PAIR));
        page.click_in("header", "↷ Redo");
        page.wait_to_read(&work, fragment);

        // Back in the browser leads there, too.
        page.click_in("header", "Quiz");
        page.wait("a quiz", |page| fragment(page).starts_with("#quiz/").then_some(()));
        page.run("history.back()");
        page.wait_to_read(&"✗✗".to_owned(), |page| page.glyphs(&PAIR));
        page.click_in("header", "↶ Undo");
        page.wait_to_read(&"✓✓".to_owned(), |page| page.glyphs(&PAIR));
    });
}

/// A press at the place of the first *Apply*, with its number in a double click.
fn press(number: u8) -> String {
    format!(
        "const {{ x, y, width, height }} = window.at;
         document.elementFromPoint(x + width / 2, y + height / 2)
             .dispatchEvent(new MouseEvent('click', {{ bubbles: true, detail: {number} }}));"
    )
}

#[test]
fn a_fix_is_applied_once_and_undone_in_its_place() {
    journey(&Setup::default(), "/?lang=en#ex/isolated", |page| {
        let steps = |page: &Page| page.text("#open-drawer-timeline .count");
        page.click_in(".fixes", "Find the smallest changes");
        let goal = page.text(".fixes h3");
        // Two presses before the page is drawn again, and a double click by hand.
        page.run(
            "const apply = document.querySelector('.fixes .apply'); apply.click(); apply.click();",
        );
        page.wait("the applied row", |page| page.texts(".fixes .applied").pop());
        assert_eq!((steps(page).as_str(), page.text(".fixes h3")), ("1", goal.clone()));
        page.click_in(".fixes", "Undo");
        page.wait("no applied row", |page| page.all(".fixes .applied").is_empty().then_some(()));
        page.run("window.at = document.querySelector('.fixes .apply').getBoundingClientRect()");
        page.run(&press(1));
        page.wait("the applied row", |page| page.texts(".fixes .applied").pop());
        // The second press of the double click meets what has taken the button's place.
        page.run(&press(2));
        page.press(&['x']);
        assert_eq!((steps(page).as_str(), page.all(".fixes .applied").len()), ("1", 1));
        // By keys: the focus is on the row, and a stop in it takes it back.
        page.click_in(".fixes", "Undo");
        page.tab_to(".fixes", "Apply");
        page.press(&[key::ENTER]);
        page.wait_to_read(&"fix-applied".to_owned(), Page::focused_id);
        page.tab_to(".fixes", "Undo");
        page.press(&[key::ENTER]);
        page.wait("no applied row", |page| page.all(".fixes .applied").is_empty().then_some(()));
        assert_eq!(page.text(".fixes h3"), goal);
    });
}

/// A group as `DescribeSecurityGroupAttribute` returns it, without its members.
const REPLY: &str = r#"{"SecurityGroupId":"sg-bp1shop","SecurityGroupName":"shop","RegionId":"cn-hangzhou","VpcId":"vpc-bp1shop","InnerAccessPolicy":"Accept","Permissions":{"Permission":[{"SecurityGroupRuleId":"sgr-bp1web","Direction":"ingress","IpProtocol":"TCP","PortRange":"443/443","SourceCidrIp":"0.0.0.0/0","Policy":"Accept","NicType":"intranet","Priority":"1"}]}}"#;

/// A scenario with a group that has no members.
const DOCUMENT: &str = r#"{"version":1,"regionId":"cn-hangzhou","vpcs":[{"vpcId":"vpc-bp1shop","vpcName":"shop","cidrBlocks":["10.0.0.0/16"]}],"securityGroups":[{"securityGroupId":"sg-bp1shop","securityGroupName":"shop","innerAccessPolicy":"Accept","rules":[{"securityGroupRuleId":"sgr-bp1web","direction":"ingress","ipProtocol":"TCP","portRange":"443/443","sourceCidrIp":"0.0.0.0/0","policy":"Accept","priority":1}]}]}"#;

fn import(page: &Page, text: &str) {
    page.click_in("header", "Import");
    page.fill(|page| page.find("#import-paste"), text);
    page.click_in("dialog", "Open this scenario");
}

#[test]
fn an_import_of_groups_alone_has_a_member_to_ask_about() {
    journey(&Setup::default(), "/?lang=en", |page| {
        import(page, REPLY);
        page.wait("a pair with its reason", |page| page.reason().first().cloned());
        assert_eq!(page.glyphs(&["internet → any member of shop"]), "◐");
    });
}

#[test]
fn a_scenario_without_ends_gets_something_to_ask_about() {
    journey(&Setup::default(), "/?lang=en", |page| {
        import(page, DOCUMENT);
        page.tab_to(".nothing-yet", "+ test instance in shop");
        page.press(&[key::ENTER]);
        page.tab_to(".nothing-yet", "+ Internet");
        page.press(&[key::ENTER]);
        page.wait("a pair with its reason", |page| page.reason().first().cloned());
        assert_eq!(page.glyphs(&["internet → test1"]), "◐");
        assert!(!page.focused_id().is_empty(), "the focus is not lost");
    });
}
