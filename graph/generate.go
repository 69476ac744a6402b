package graph

//go:generate go run tutti/cmd/enums schema/providers.generated.graphqls
//go:generate sh -c "cd .. && go tool gqlgen generate"
