using Microsoft.CodeAnalysis;

namespace ChatRoom.ClosedUnions;

/// <summary>
/// An abstract record whose cases are the sealed records nested in it. Nobody else can add a case, because its constructor is
/// private; so the cases that are seen here are all there will ever be.
/// </summary>
internal static class ClosedUnion
{
    /// <summary>Whether it is meant as one: records nested in it derive from it.</summary>
    public static bool IsMeant(INamedTypeSymbol type) => type is { IsRecord: true, IsAbstract: true, IsValueType: false } && Nested(type).Any();

    /// <summary>
    /// Whether it is one. Of another project the compiler may see a copy without what is private there, so no constructor at all is a
    /// private one; where none is written, there is one that is not.
    /// </summary>
    public static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol named && IsMeant(named) && OpenConstructor(named) is null;

    /// <summary>The constructor by which a record elsewhere could become a case.</summary>
    public static IMethodSymbol? OpenConstructor(INamedTypeSymbol union) =>
        union.InstanceConstructors.FirstOrDefault(one => one.DeclaredAccessibility != Accessibility.Private && !Copies(one, union));

    /// <summary>The records nested in it that derive from it, those that have cases of their own included.</summary>
    public static IEnumerable<INamedTypeSymbol> Nested(INamedTypeSymbol union) =>
        union.GetTypeMembers().Where(one => SymbolEqualityComparer.Default.Equals(one.BaseType, union));

    /// <summary>What a value of it can be. Of a case that has cases of its own, those.</summary>
    public static IEnumerable<INamedTypeSymbol> Cases(INamedTypeSymbol union) =>
        Nested(union).SelectMany(one => one.IsAbstract ? Cases(one) : [one]);

    /// <summary>A record always has one; it needs a case to copy, so it makes no new one.</summary>
    private static bool Copies(IMethodSymbol constructor, INamedTypeSymbol union) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, union);
}
