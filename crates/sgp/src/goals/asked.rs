//! The goals that a command is given: a file, sentences, or both.

use sg_core::goal::{Directory, with_named_blocks};
use sg_core::model::Scenario;

use super::{Goal, located, read, sentence};
use crate::failure::Failure;
use crate::input;

/// Goals as arguments of a command.
#[derive(Debug, clap::Args)]
pub(crate) struct AskedGoals {
    /// The file of goals, JSON or YAML
    #[arg(required_unless_present = "goal")]
    goals: Option<String>,
    /// A goal as a sentence, also several times
    #[arg(long, value_name = "SENTENCE")]
    goal: Vec<String>,
}

impl AskedGoals {
    /// The goals of the file, then those of the command line, and the scenario with an outside
    /// block for every block that they name.
    ///
    /// # Errors
    /// What is wrong with a goal, and where: also an end that the scenario does not have.
    pub(crate) fn read(&self, scenario: &Scenario) -> Result<(Vec<Goal>, Scenario), Failure> {
        let mut goals = Vec::new();
        if let Some(path) = &self.goals {
            let read = read(&input::text(path)?);
            goals = read.map_err(|error| Failure::input(format!("{path}: {error}")))?;
        }
        for text in &self.goal {
            goals.push(sentence(text).map_err(Failure::Usage)?);
        }
        let texts = goals.iter().flat_map(|goal| [&*goal.traffic.from, &goal.traffic.to]);
        let scenario = with_named_blocks(scenario, texts);
        self.look_up(&goals, &Directory::new(&scenario))?;
        Ok((goals, scenario))
    }

    /// Whether the ends of all goals exist.
    fn look_up(&self, goals: &[Goal], directory: &Directory<'_>) -> Result<(), Failure> {
        for goal in goals {
            let Err(error) = goal.look_up(directory) else { continue };
            return Err(match &self.goals {
                Some(path) if goal.is_of_a_file() => {
                    let error = located(&input::text(path)?, error);
                    Failure::input(format!("{path}: {error}"))
                }
                Some(_) | None => Failure::Input(error.sentence),
            });
        }
        Ok(())
    }
}
