package telemetry

// Names of the server: operations and requests.
const (
	// SpanOperation is the execution of one GraphQL operation.
	SpanOperation = "graphql.operation"
	// AttrOperationName is the name that the client gave the operation.
	AttrOperationName = "graphql.operation.name"
	// AttrOperationType is query, mutation or subscription.
	AttrOperationType = "graphql.operation.type"
)
