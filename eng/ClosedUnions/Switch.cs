using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatRoom.ClosedUnions;

/// <summary>A switch over a closed union, statement or expression: what it is over, what its arms take, and what it does with the rest.</summary>
internal sealed class Switch
{
    private Switch(INamedTypeSymbol union, IReadOnlyList<IPatternOperation> patterns, Rest rest, IOperation? restAt, bool canBeNull)
    {
        (Union, Rest, RestAt) = (union, rest, restAt);
        Missing = [.. Coverage.Missing(union, patterns).Select(one => one.Name).Concat(canBeNull && !Coverage.TakesNull(patterns) ? ["null"] : [])];
    }

    public INamedTypeSymbol Union { get; }

    /// <summary>The cases that no arm names. An arm with a condition (`when`) names none.</summary>
    public IReadOnlyList<string> Missing { get; }

    public Rest Rest { get; }

    public IOperation? RestAt { get; }

    /// <summary>Null where it is over something else.</summary>
    public static Switch? Of(IOperation? operation) => operation switch
    {
        ISwitchExpressionOperation { Value.Type: INamedTypeSymbol union } expression when ClosedUnion.Is(union) => Of(union, expression),
        ISwitchOperation { Value.Type: INamedTypeSymbol union } statement when ClosedUnion.Is(union) => Of(union, statement),
        _ => null,
    };

    private static Switch Of(INamedTypeSymbol union, ISwitchExpressionOperation expression)
    {
        var arms = expression.Arms.Where(arm => arm.Guard is null).ToList();
        var rest = arms.Find(arm => TakesAll(arm.Pattern));
        var does = rest is null ? Rest.None : Throws(rest.Value) ? Rest.Throws : Rest.Does;
        return new Switch(union, [.. arms.Where(arm => arm != rest).Select(arm => arm.Pattern)], does, rest, CanBeNull(expression.Value));
    }

    /// <summary>A statement passes over null, like over anything else, and the compiler has nothing against it.</summary>
    private static Switch Of(INamedTypeSymbol union, ISwitchOperation statement)
    {
        var rest = statement.Cases.FirstOrDefault(one => one.Clauses.Any(TakesAll));
        var patterns = statement.Cases.SelectMany(one => one.Clauses).OfType<IPatternCaseClauseOperation>()
            .Where(clause => clause.Guard is null && !TakesAll(clause))
            .Select(clause => clause.Pattern);
        var does = rest is null ? Rest.None : rest.Body.Any(Throws) ? Rest.Throws : Rest.Does;
        return new Switch(union, [.. patterns], does, rest, canBeNull: false);
    }

    /// <summary>The compiler says this by itself only of a switch that it holds for whole (CS8655).</summary>
    private static bool CanBeNull(IOperation value) =>
        value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull;

    private static bool TakesAll(ICaseClauseOperation clause) =>
        clause is IDefaultCaseClauseOperation || (clause is IPatternCaseClauseOperation { Guard: null } pattern && TakesAll(pattern.Pattern));

    private static bool TakesAll(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => TakesAll(either.LeftPattern) || TakesAll(either.RightPattern),
        _ => false,
    };

    private static bool Throws(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IConversionOperation conversion => Throws(conversion.Operand),
        IExpressionStatementOperation statement => Throws(statement.Operation),
        IBlockOperation block => block.Operations.Any(Throws),
        _ => false,
    };
}

/// <summary>What a switch does with the cases that no arm names.</summary>
internal enum Rest
{
    /// <summary>There is no arm for them.</summary>
    None,

    /// <summary>Its arm throws: its author thought that there are no others.</summary>
    Throws,

    /// <summary>Its arm does something: its author meant all others, those of tomorrow too.</summary>
    Does,
}
