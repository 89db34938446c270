package main

import (
	"fmt"

	"github.com/cspay/cspay/examples/internal/sample"
)

// voter is somebody on a panel: by name, or by id who is an agent as well.
type voter struct{ name, role string }

// lead returns the team lead of an agent's group.
func lead(team string) string {
	return map[string]string{"售前一组": "B01", "售前二组": "B12", "售后一组": "B23", "售后二组": "B32"}[team]
}

// voters are the five who mark a colleague's teamwork.
func voters(team string) []voter {
	return []voter{
		{"沈岚", "supervisor"},
		{"邱明", "qa"},
		{"丁一帆", "bot_trainer"},
		{"方雪琴", "review_manager"},
		{lead(team), "team_lead"},
	}
}

// judges are the four who decide whose fault a bad review is.
func judges(team string) []voter {
	return []voter{
		{"邱明", "qa"},
		{"沈岚", "supervisor"},
		{lead(team), "team_lead"},
		{"方雪琴", "review_manager"},
	}
}

// ballotLines are the votes on agents and then on events, each in the order of
// the files and of the panel. A dash is a voter who was absent.
func ballotLines(people []person, book []sample.Event) []string {
	var lines []string
	for _, p := range people {
		lines = append(lines, cast("topic: teamwork, agent: "+p.ID, voters(p.Team), p.teamwork)...)
	}
	for i, e := range book {
		panel := judges(sample.Find(people, e.Agent).Team)
		lines = append(lines, cast("topic: attribution, event: "+sample.EventID(i), panel, e.Votes)...)
	}
	return lines
}

func cast(about string, panel []voter, marks string) []string {
	var lines []string
	for i, mark := range marks {
		if mark != '-' {
			v := panel[i]
			lines = append(lines, fmt.Sprintf("{%s, voter: %s, role: %s, score: %c}", about, v.name, v.role, mark))
		}
	}
	return lines
}
