package policy

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/cspay/cspay/payout"
	"github.com/cspay/cspay/scoring/facts"
)

// guarded is a policy under the law of a jurisdiction and a region.
func guarded(jurisdiction, region string) string {
	return `format: cspay/v1
id: guarded
effective: {from: 2026-01-01, published: 2025-12-20}
currency: CNY
metrics: {wage: {unit: money}}
pay: [{id: base, base_pay: {metric: wage, basis: calendar}}]
guard: {jurisdiction: ` + jurisdiction + `, region: ` + region + `}
`
}

// lawOf is a jurisdiction file with one region.
func lawOf(id, region string) string {
	return strings.NewReplacer("zj", id, "own", region).Replace(ownLaw)
}

// beside is a policy in a folder of a file system, with files below it by name.
func beside(policy string, files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{"shops/a/policy.yaml": {Data: []byte(policy)}}
	for name, text := range files {
		fsys["shops/a/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func TestTheFirstJurisdictionThatIsFoundIsUsedWhole(t *testing.T) {
	files := map[string]string{"jurisdictions/cn.yaml": lawOf("cn", "in_file")}
	given := ownLiteral()
	given.ID = "cn"
	given.Regions = map[string]payout.Region{"in_go": given.Regions["own"]}
	option := WithJurisdiction(given)
	for _, tt := range []struct {
		name  string
		files map[string]string
		opts  []Option
		used  string
	}{
		{"what comes with the library", nil, nil, "sample_city"},
		{"a file beside the policy stands before it", files, nil, "in_file"},
		{"an option stands before both", files, []Option{option}, "in_go"},
		{"an option stands before the library's", nil, []Option{nil, option}, "in_go"},
		{"a file in JSON", map[string]string{"jurisdictions/cn.json": `{"format": "cspay-jurisdiction/v1", "id": "cn",
			"laws": [{"from": "2008-01-01"}], "regions": {"in_json": {"minimum_wages": [{"from": "2024-01-01", "monthly": "2260.00"}]}}}`}, nil, "in_json"},
		{"another jurisdiction beside the policy is not asked", map[string]string{"jurisdictions/zj.yaml": "nonsense"}, nil, "sample_city"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, region := range []string{"sample_city", "in_file", "in_go", "in_json"} {
				_, err := LoadFS(beside(guarded("cn", region), tt.files), "shops/a/policy.yaml", tt.opts...)
				if region == tt.used {
					require.NoError(t, err)
					continue
				}
				refused(t, err, spot{"shops/a/policy.yaml", 7, 35, facts.CodeNameUnknown, ""})
			}
		})
	}
}

func TestAJurisdictionThatIsNotThere(t *testing.T) {
	at := spot{"shops/a/policy.yaml", 7, 23, facts.CodeNameUnknown, ""}
	_, err := LoadFS(beside(guarded("cnn", "own"), nil), "shops/a/policy.yaml")
	refused(t, err, at)
	require.ErrorContains(t, err, "the file shops/a/jurisdictions/cnn.yaml, which is not there; nearest: cn")

	_, err = LoadFS(beside(guarded("zh", "own"), nil), "shops/a/policy.yaml", WithJurisdiction(ownLiteral()))
	refused(t, err, at)
	require.ErrorContains(t, err, "nearest: zj")

	_, err = Load(strings.NewReader(guarded("zj", "own")))
	refused(t, err, spot{"policy.yaml", 7, 23, facts.CodeNameUnknown, ""})
	assert.NotContains(t, err.Error(), "the file", "a stream has no folder")
	_, err = Load(strings.NewReader(guarded("zj", "own")), WithJurisdiction(ownLiteral()))
	require.NoError(t, err)
}

// TestAFaultyJurisdictionIsReportedWithThePolicy: what is wrong in either file
// is said at once, and nothing that only follows from it.
func TestAFaultyJurisdictionIsReportedWithThePolicy(t *testing.T) {
	const file, law = "shops/a/policy.yaml", "shops/a/jurisdictions/zj."
	src := strings.Replace(guarded("zj", "own"), "CNY", "CNX", 1)
	policyFault := spot{file, 4, 11, facts.CodeShape, ""}
	for _, tt := range []struct {
		name  string
		files map[string]string
		want  []spot
	}{
		{"a rate and a date", map[string]string{"yaml": strings.NewReplacer("20%", "20", "2024-01-01", "2024-13-01").Replace(ownLaw)}, []spot{
			{law + "yaml", 3, 46, facts.CodeRateAboveOne, ""},
			{law + "yaml", 4, 40, facts.CodeDateInvalid, ""},
		}},
		{"the same paths as the policy's", map[string]string{"yaml": strings.NewReplacer("v1", "v7", "zj\n", "zj\nname: [a]\n").Replace(ownLaw)}, []spot{
			{law + "yaml", 1, 9, facts.CodePolicyFormat, ""},
			{law + "yaml", 3, 7, facts.CodeShape, ""},
		}},
		{"the id of another", map[string]string{"yaml": lawOf("js", "own")}, []spot{{law + "yaml", 2, 5, facts.CodeShape, ""}}},
		{"no document at all", map[string]string{"json": "{"}, []spot{{law + "json", 1, 2, facts.CodeSyntax, ""}}},
		{"a folder in its place", map[string]string{"yaml/x": ""}, []spot{{law + "yaml", 0, 0, facts.CodeUnreadable, ""}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := map[string]string{}
			for ext, text := range tt.files {
				files["jurisdictions/zj."+ext] = text
			}
			_, err := LoadFS(beside(src, files), file)
			refused(t, err, append(tt.want, policyFault)...)
		})
	}
	t.Run("one in YAML and one in JSON", func(t *testing.T) {
		_, err := LoadFS(beside(src, map[string]string{"jurisdictions/zj.yaml": ownLaw, "jurisdictions/zj.json": ownLawJSON}), file)
		refused(t, err, policyFault, spot{file, 7, 23, facts.CodeOneOf, ""})
	})
}

// watched notes which files are asked for.
type watched struct {
	fs.FS
	names *[]string
}

func (w watched) Open(name string) (fs.File, error) {
	*w.names = append(*w.names, name)
	return w.FS.Open(name)
}

func TestAnIDNeverLeadsOutOfTheFolder(t *testing.T) {
	for _, id := range []string{"../zj", "..", ".", "a/b", `a\b`, "/zj", "zj.yaml", "C:zj", "a b", "zj\u0000"} {
		t.Run(id, func(t *testing.T) {
			var names []string
			src := guarded(`"`+strings.NewReplacer(`\`, `\\`, "\u0000", `\0`).Replace(id)+`"`, "own")
			_, err := LoadFS(watched{beside(src, nil), &names}, "shops/a/policy.yaml")
			refused(t, err, spot{"shops/a/policy.yaml", 7, 23, facts.CodeShape, ""})
			assert.Equal(t, []string{"shops/a/policy.yaml"}, names)

			j := ownLiteral()
			j.ID = id
			_, err = New(smallDocument(), WithJurisdiction(j))
			require.ErrorIs(t, err, facts.CodeShape)
			require.ErrorContains(t, err, "with.jurisdictions[0].id")
		})
	}
	_, err := LoadFS(beside(guarded("浙江", "own"), map[string]string{"jurisdictions/浙江.yaml": lawOf("浙江", "own")}), "shops/a/policy.yaml")
	require.NoError(t, err)
}

func TestABadOptionIsReportedBelowWith(t *testing.T) {
	bad := ownLiteral()
	bad.ID = "bad"
	bad.Format = "cspay-jurisdiction/v7"
	bad.Laws = append(bad.Laws, payout.Law{From: day("2008-01-01")})
	bad.Regions = map[string]payout.Region{" own": {}, "far": {MinimumWages: []payout.MinimumWage{{From: facts.Date(1 << 20), Monthly: dec("1.005")}}}}
	bad.Name = facts.Text{ZH: "\xff", EN: "x"}
	want := []string{
		"name.duplicate at with.jurisdictions[2].id",
		"policy.format at with.jurisdictions[3].format",
		"date.order at with.jurisdictions[3].laws[1].from",
		"document.encoding at with.jurisdictions[3].name.zh",
		"shape.required at with.jurisdictions[3].regions. own.minimum_wages",
		"id.space at with.jurisdictions[3].regions. own",
		"date.invalid at with.jurisdictions[3].regions.far.minimum_wages[0].from",
		"number.scale at with.jurisdictions[3].regions.far.minimum_wages[0].monthly",
		"shape.required at with.jurisdictions[4].id",
		"shape.required at with.jurisdictions[4].laws",
	}
	first, second := ownLiteral(), ownLiteral()
	first.ID = "js"
	opts := []Option{WithJurisdiction(first), WithJurisdiction(second), WithJurisdiction(second), WithJurisdiction(bad), WithJurisdiction(payout.Jurisdiction{})}
	doc := smallDocument()
	doc.Guard = payout.Guard{Jurisdiction: "js", Region: "own"}
	_, fromLiteral := New(doc, opts...)
	_, fromText := Load(strings.NewReader(guarded("js", "own")), opts...)
	for name, err := range map[string]error{"New": fromLiteral, "Load": fromText} {
		t.Run(name, func(t *testing.T) {
			var list Problems
			require.ErrorAs(t, err, &list)
			var got []string
			for _, p := range list {
				assert.Empty(t, p.File)
				got = append(got, string(p.Code)+" at "+p.Path)
			}
			assert.ElementsMatch(t, want, got)
		})
	}
	// A guard that names the bad one is not said to name what is unknown.
	doc.Guard.Jurisdiction = "bad"
	_, err := New(doc, WithJurisdiction(bad))
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "guard.")
	_, err = New(doc, WithJurisdiction(bad), WithJurisdiction(bad))
	require.ErrorContains(t, err, "name.duplicate at with.jurisdictions[1].id")
	require.ErrorContains(t, err, "date.order at with.jurisdictions[1].laws[1].from")
}

func TestAnOptionIsCopied(t *testing.T) {
	j := ownLiteral()
	l, problems := newLaws([]Option{WithJurisdiction(j)})
	require.Empty(t, problems)
	*j.Laws[0].DeductionCeiling = dec("0.9")
	j.Regions["own"].MinimumWages[0].Monthly = dec("1")
	assert.Equal(t, lawText(t, ownLiteral()), lawText(t, l.known["zj"]))
}

func TestLoadFileFindsTheFileBesideIt(t *testing.T) {
	dir := t.TempDir()
	name, law := filepath.Join(dir, "policy.yaml"), filepath.Join(dir, "jurisdictions", "zj.yaml")
	require.NoError(t, os.Mkdir(filepath.Dir(law), 0o700))
	require.NoError(t, os.WriteFile(name, []byte(guarded("zj", "own")), 0o600))
	_, err := LoadFile(name)
	refused(t, err, spot{name, 7, 23, facts.CodeNameUnknown, ""})

	require.NoError(t, os.WriteFile(law, []byte(ownLaw), 0o600))
	fromFile, err := LoadFile(name)
	require.NoError(t, err)
	given, err := Load(strings.NewReader(guarded("zj", "own")), WithJurisdiction(ownLiteral()))
	require.NoError(t, err)
	assert.Equal(t, fromFile.Digest(), given.Digest(), "the digest is the policy's alone")
	t.Chdir(dir)
	_, err = LoadFile("policy.yaml")
	require.NoError(t, err)

	require.NoError(t, os.WriteFile(law, []byte(ownLaw+"x: 1\n"), 0o600))
	_, err = LoadFile(name)
	refused(t, err, spot{law, 5, 1, facts.CodeNameUnknown, ""})
}
