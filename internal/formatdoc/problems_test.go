package formatdoc

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEachExampleGivesItsProblemAtItsPlace(t *testing.T) {
	root := os.DirFS("../..")
	list, err := entries(root)
	require.NoError(t, err)
	for _, e := range list {
		if e.heads["reserved"] != "" {
			continue
		}
		t.Run(string(e.code), func(t *testing.T) {
			_, err := e.find(root)
			assert.NoError(t, err)
		})
	}
}
