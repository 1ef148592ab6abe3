// Reads queries as a JSON list, and prints for each what Prometheus' own parser makes of it: the mistake, or every series
// that it asks for and every label that it groups by.
package main

import (
	"encoding/json"
	"log"
	"os"

	"github.com/prometheus/prometheus/promql/parser"
)

type selected struct {
	Metric string   `json:"metric"`
	Labels []string `json:"labels"`
}

type answer struct {
	Error  string     `json:"error,omitempty"`
	Series []selected `json:"series"`
	Groups []string   `json:"groups"`
}

func main() {
	var queries []string
	if err := json.NewDecoder(os.Stdin).Decode(&queries); err != nil {
		log.Fatal(err)
	}
	reader := parser.NewParser(parser.Options{})
	answers := make([]answer, len(queries))
	for index, query := range queries {
		answers[index] = read(reader, query)
	}
	if err := json.NewEncoder(os.Stdout).Encode(answers); err != nil {
		log.Fatal(err)
	}
}

func read(reader parser.Parser, query string) answer {
	found := answer{Series: []selected{}, Groups: []string{}}
	expression, err := reader.ParseExpr(query)
	if err != nil {
		return answer{Error: err.Error()}
	}
	parser.Inspect(expression, func(node parser.Node, _ []parser.Node) error {
		switch node := node.(type) {
		case *parser.VectorSelector:
			series := selected{Metric: node.Name, Labels: []string{}}
			for _, matcher := range node.LabelMatchers {
				if matcher.Name != "__name__" {
					series.Labels = append(series.Labels, matcher.Name)
				}
			}
			found.Series = append(found.Series, series)
		case *parser.AggregateExpr:
			found.Groups = append(found.Groups, node.Grouping...)
		}
		return nil
	})
	return found
}
