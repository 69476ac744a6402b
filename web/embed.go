package web

import "embed"

// embedded holds the built pages: every file as <name>.gz. Names of chunks may begin with an underscore, hence all:.
//
//go:embed all:dist/graphiql
var embedded embed.FS
