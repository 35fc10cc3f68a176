# The commands that the README gives for R; run by `make check-exports` where R is installed.
run <- commandArgs(trailingOnly = TRUE)[1]
statements <- read.csv(file.path(run, "statements.csv"), na.strings = "", encoding = "UTF-8")
actors <- read.csv(file.path(run, "actors.csv"), na.strings = "", encoding = "UTF-8")
counted <- statements[is.na(statements$nested_in) & !is.na(statements$actor_id), ]
counts <- table(counted$actor_id)
stopifnot(all(counts[actors$actor_id] == actors$n_statements))
cat("ok    R: actors.csv counts the statements of statements.csv\n")
