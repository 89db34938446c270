package main

import (
	"fmt"

	"github.com/cspay/cspay/examples/internal/sample"
)

// voter is somebody on a panel: by name, or by id who is an agent as well.
type voter struct{ name, role string }

// lead returns who leads the agent's group; a lead is marked by another one.
func lead(p person) string {
	leads := map[string]string{"售前一组": "T01", "售前二组": "T08", "售前三组": "T15", "售后组": "T21"}
	next := map[string]string{"T01": "T08", "T08": "T15", "T15": "T21", "T21": "T01"}
	id := leads[p.Team]
	if id == p.ID {
		return next[id]
	}
	return id
}

// superiors are the three who mark the soft items and decide whose fault a bad
// review is.
func superiors(p person) []voter {
	return []voter{{"陶文静", "supervisor"}, {"项前", "qa"}, {lead(p), "team_lead"}}
}

// committee are the three who mark the monthly summary.
func committee() []voter {
	return []voter{{"陶文静", "supervisor"}, {"易安", "trainer"}, {"郑和平", "hr"}}
}

// proof is the case that a mark of a soft item rests on.
func proof(topic string, mark byte) string {
	high, middle, low := "主动加班处理大促积压会话", "按时完成交接,无遗留", "两次未按约回复客户"
	if topic == "teamwork" {
		high, middle, low = "带教新人并分享话术", "配合同事完成换班", "拒绝协助同组接待高峰"
	}
	switch {
	case mark >= '5':
		return high
	case mark >= '4':
		return middle
	default:
		return low
	}
}

// ballotLines are the votes on the soft items, on the summaries and on bad
// reviews, in that order.
func ballotLines(m month, agents []agentMonth, list []booked) []string {
	var lines []string
	for _, a := range agents {
		for _, topic := range []struct{ id, marks string }{{"attitude", a.attitude}, {"teamwork", a.teamwork}} {
			for i := range topic.marks {
				if mark := topic.marks[i]; mark != '-' {
					lines = append(lines, ballot("topic: "+topic.id+", agent: "+a.ID, superiors(a.person)[i], string(mark), proof(topic.id, mark)))
				}
			}
		}
	}
	for _, a := range agents {
		for i, mark := range a.committee {
			if mark >= 0 {
				lines = append(lines, ballot("topic: committee, agent: "+a.ID, committee()[i], fmt.Sprint(mark), "试讲评分表"))
			}
		}
	}
	for i, e := range list {
		for k, vote := range e.votes {
			if vote != '-' {
				lines = append(lines, ballot("topic: attribution, event: "+m.eventID(i), superiors(e.agent.person)[k], string(vote), ""))
			}
		}
	}
	return lines
}

func ballot(about string, v voter, score, evidence string) string {
	f := sample.Fields{about}
	f.Add("voter", v.name)
	f.Add("role", v.role)
	f.Add("score", score)
	if evidence != "" {
		f.Add("evidence", `"`+evidence+`"`)
	}
	return f.String()
}
