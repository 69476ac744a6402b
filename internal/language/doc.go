// Package language guesses the language of titles. It is given to harmonize as a function.
//
// Titles are short: three words, one of them a name. What tells most is added up, as logarithms of likelihoods:
//
//   - a small neural network for fifty languages that was trained with sentences. It is the one that the reference uses: the npm
//     package lande (MIT, Fabio Spampinato), trained with Tatoeba (CC BY 2.0 FR). Command distil turns it into network.json;
//   - alphabets: a letter that a language does not have speaks against it;
//   - small words: "und", "och" and "și" decide where letters do not;
//   - scripts: a language that is not written as most of the text is out of the question.
//
// The confidences are shares of one. How good they are is printed by TestAccuracy; docs/language.md has the figures.
//
// # Memory
//
// Until the first guess there is nothing but 120 kB of the program file. Then 0.4 MB are unpacked, in two milliseconds, once.
//
// # Concurrency
//
// A [Guesser] is safe for concurrent use.
package language
