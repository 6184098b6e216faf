using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ChatRoom.ClosedUnions;

/// <summary>
/// Which values some patterns leave out. It may say too much, never too little: a pattern that it does not understand counts as one that
/// matches nothing.
/// </summary>
internal static class Coverage
{
    /// <summary>The cases of a union that none of these patterns takes for sure.</summary>
    public static IEnumerable<INamedTypeSymbol> Missing(INamedTypeSymbol union, IEnumerable<IPatternOperation> patterns)
    {
        var rows = patterns.SelectMany(Alternatives).ToList();
        return ClosedUnion.Cases(union).Where(one => !IsCovered(one, rows));
    }

    /// <summary>Whether one of them takes null, if there can be one.</summary>
    public static bool TakesNull(IEnumerable<IPatternOperation> patterns) => patterns.SelectMany(Alternatives).Any(pattern => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant),
        INegatedPatternOperation negated => !TakesNull([negated.Pattern]),
        _ => false,
    });

    private static bool IsCovered(ITypeSymbol one, List<IPatternOperation> rows) =>
        rows.Any(row => Takes(row, one)) || PartsCover(rows.OfType<IRecursivePatternOperation>().Where(row => IsA(one, row.MatchedType)));

    /// <summary>Patterns that differ in one property only, and together take all that it can be: `{ IsAway: true }` and `{ IsAway: false }`.</summary>
    private static bool PartsCover(IEnumerable<IRecursivePatternOperation> rows) => rows
        .Select(row => Parts(row).Where(part => !IsTotal(part.Pattern, part.Type)).Take(2).ToList())
        .Where(parts => parts.Count == 1)
        .Select(parts => parts[0])
        .GroupBy(part => part.Of)
        .Any(parts => TakeAll(parts.First().Type, [.. parts.SelectMany(part => Alternatives(part.Pattern))]));

    private static bool TakeAll(ITypeSymbol type, List<IPatternOperation> rows) => type switch
    {
        INamedTypeSymbol union when ClosedUnion.Is(union) => !Missing(union, rows).Any() && (IsNeverNull(union) || TakesNull(rows)),
        { SpecialType: SpecialType.System_Boolean } => Constants(rows).Distinct().Count() == 2,
        { TypeKind: TypeKind.Enum } => type.GetMembers().OfType<IFieldSymbol>().All(one => Constants(rows).Contains(one.ConstantValue)),
        _ => false,
    };

    private static IEnumerable<object?> Constants(List<IPatternOperation> rows) =>
        rows.OfType<IConstantPatternOperation>().Select(row => row.Value.ConstantValue.Value);

    /// <summary>Whether it matches every value of this case.</summary>
    private static bool Takes(IPatternOperation pattern, ITypeSymbol one) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchedType is null || IsA(one, declaration.MatchedType),
        ITypePatternOperation type => IsA(one, type.MatchedType),
        IRecursivePatternOperation recursive => IsA(one, recursive.MatchedType) && Parts(recursive).All(part => IsTotal(part.Pattern, part.Type)),
        INegatedPatternOperation negated => Alternatives(negated.Pattern).All(not => NeverTakes(not, one)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Takes(both.LeftPattern, one) && Takes(both.RightPattern, one),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Takes(either.LeftPattern, one) || Takes(either.RightPattern, one),
        _ => false,
    };

    private static bool NeverTakes(IPatternOperation pattern, ITypeSymbol one) => pattern switch
    {
        IConstantPatternOperation constant => IsNull(constant),
        IDeclarationPatternOperation { MatchedType: { } type } => !IsA(one, type),
        ITypePatternOperation type => !IsA(one, type.MatchedType),
        IRecursivePatternOperation recursive => !IsA(one, recursive.MatchedType),
        _ => false,
    };

    /// <summary>
    /// Whether it matches whatever stands in such a place. A type does when it is the place's own and the place never holds null.
    /// </summary>
    private static bool IsTotal(IPatternOperation pattern, ITypeSymbol place) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        _ when !IsNeverNull(place) => false,
        IDeclarationPatternOperation { MatchedType: { } type } => IsA(place, type),
        ITypePatternOperation type => IsA(place, type.MatchedType),
        IRecursivePatternOperation recursive => IsA(place, recursive.MatchedType) && Parts(recursive).All(part => IsTotal(part.Pattern, part.Type)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => IsTotal(both.LeftPattern, place) && IsTotal(both.RightPattern, place),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => IsTotal(either.LeftPattern, place) || IsTotal(either.RightPattern, place),
        _ => false,
    };

    private static bool IsNull(IConstantPatternOperation pattern) => pattern.Value.ConstantValue is { HasValue: true, Value: null };

    private static bool IsNeverNull(ITypeSymbol place) => place is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }
        || place.NullableAnnotation == NullableAnnotation.NotAnnotated;

    private static IEnumerable<IPatternOperation> Alternatives(IPatternOperation pattern) =>
        pattern is IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or
            ? Alternatives(or.LeftPattern).Concat(Alternatives(or.RightPattern))
            : [pattern];

    /// <summary>What a pattern asks of parts of the value, by the property or by the place in its deconstruction.</summary>
    private static IEnumerable<(object? Of, ITypeSymbol Type, IPatternOperation Pattern)> Parts(IRecursivePatternOperation pattern) => pattern.PropertySubpatterns
        .Select(part => (part.Member as IMemberReferenceOperation)?.Member is IPropertySymbol property
            ? (property, property.Type, part.Pattern)
            : ((object?)null, part.Pattern.InputType, part.Pattern))
        .Concat(pattern.DeconstructionSubpatterns.Select((part, place) => ((object?)place, part.InputType, part)));

    private static bool IsA(ITypeSymbol one, ITypeSymbol? other)
    {
        for (var type = one; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, other))
                return true;
        }
        return false;
    }
}
