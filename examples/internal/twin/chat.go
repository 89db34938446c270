package twin

// Chat is one inspected chat.
type Chat struct {
	ID, Agent, Date, Inspection string
	// Source is how it came to inspection and Sampler who picked it.
	Source, Sampler string
	// Items are the errors found.
	Items []string
	// Transferred says whether the customer was passed to the survey; nil when
	// nobody looked.
	Transferred *bool
}
