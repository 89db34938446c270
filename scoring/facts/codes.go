package facts

// The codes of problems. Append only; each is explained with an example in
// docs/problems.md.
const (
	CodeNumberSyntax     Code = "number.syntax"
	CodeNumberEmpty      Code = "number.empty"
	CodeNumberExponent   Code = "number.exponent"
	CodeNumberTooLong    Code = "number.too_long"
	CodeNumberScale      Code = "number.scale"
	CodeNumberRange      Code = "number.range"
	CodeNumberNegative   Code = "number.negative"
	CodeNumberNotInteger Code = "number.not_integer"
	CodeNumberOverflow   Code = "number.overflow"
	CodeRateAboveOne     Code = "rate.above_one"
	CodeRatioAboveOne    Code = "ratio.above_one"

	CodeDateInvalid  Code = "date.invalid"
	CodeDateOrder    Code = "date.order"
	CodeDateMonth    Code = "date.outside_month"
	CodeDateService  Code = "date.outside_service"
	CodeDayDuplicate Code = "day.duplicate"

	CodeNameUnknown   Code = "name.unknown"
	CodeNameDuplicate Code = "name.duplicate"
	CodeWordUnknown   Code = "word.unknown"
	CodeShape         Code = "shape.invalid"
	CodeRequired      Code = "shape.required"
	CodeOneOf         Code = "shape.one_of"

	CodeIDDuplicate     Code = "id.duplicate"
	CodeIDSpace         Code = "id.space"
	CodeIDNearDuplicate Code = "id.near_duplicate"
	CodeAgentUnknown    Code = "agent.unknown"

	CodeMetricMissing   Code = "metric.missing"
	CodeMetricUnknown   Code = "metric.unknown"
	CodeMetricUnit      Code = "metric.unit"
	CodeMetricDerived   Code = "metric.derived"
	CodeMetricDirection Code = "metric.direction"
	CodeExclusionAbove  Code = "exclusion.above"
	CodeTargetZero      Code = "target.zero"
	CodeTargetNegative  Code = "target.negative"
	CodeMetricCycle     Code = "metric.cycle"
	CodeBlendWeights    Code = "blend.weights"
	// Of the day on which targets are published.
	CodeTargetLate        Code = "target.late"
	CodeTargetUnpublished Code = "target.unpublished"

	CodeKindMissing Code = "kind.missing"
	CodeKindPointer Code = "kind.pointer"
	CodeKindFailed  Code = "kind.failed"

	CodeWeightSum     Code = "weight.sum"
	CodeWeightInvalid Code = "weight.invalid"
	CodeBandOrder     Code = "band.order"
	CodeBandOpen      Code = "band.open"
	CodeBandNone      Code = "band.none"
	CodeNoneApplies   Code = "scheme.none_applies"
	CodeRuleCliff     Code = "rule.cliff"

	CodePolicyPlaces   Code = "policy.places"
	CodePolicyRounding Code = "policy.rounding"
	CodePolicyFormat   Code = "policy.format"
	CodePolicySize     Code = "policy.size"
	CodePolicyDepth    Code = "policy.depth"
	CodePolicyPeriod   Code = "policy.period"
	CodeFactsSize      Code = "facts.size"

	CodeBasisZero         Code = "basis.zero"
	CodeCommissionReturns Code = "commission.negative_base"
	CodePoolShare         Code = "pool.share"
	CodeHistory           Code = "history.invalid"
	CodeCommissionCliff   Code = "commission.cliff"
	CodeGuardNone         Code = "guard.none"
	CodeGuardNotice       Code = "guard.notice"
	CodeDutyTime          Code = "duty.working_time"

	CodeLevelDiffers Code = "level.differs"
	CodeDecision     Code = "decision.unknown"
	CodeHistoryGap   Code = "history.gap"

	CodeVoteQuorum    Code = "vote.quorum"
	CodeVoteRole      Code = "vote.role"
	CodeVoteDouble    Code = "vote.double"
	CodeVoteSelf      Code = "vote.self"
	CodeVoteScale     Code = "vote.scale"
	CodeVoteUndecided Code = "vote.undecided"

	CodeChatSelf Code = "chat.self"

	CodeSyntax     Code = "document.syntax"
	CodeEncoding   Code = "document.encoding"
	CodeFeature    Code = "document.feature"
	CodeAlias      Code = "document.alias"
	CodeEmpty      Code = "document.empty"
	CodeUnreadable Code = "document.unreadable"
	CodeTooMany    Code = "document.problems"
)
