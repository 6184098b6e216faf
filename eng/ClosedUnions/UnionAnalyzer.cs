using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ChatRoom.ClosedUnions;

/// <summary>An abstract record that has cases nested in it is closed: else a switch that names them all would not name all there are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnionAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Open = new(
        "UNION003", "A union is closed", "{0}", "Unions", DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Open];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Look, SymbolKind.NamedType);
    }

    private static void Look(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (ClosedUnion.IsMeant(type) && ClosedUnion.OpenConstructor(type) is { } constructor)
            Report(context, constructor.IsImplicitlyDeclared ? type : constructor, $"{type.Name} has cases, and its constructor is not private: others could add one");
        if (type.BaseType?.OriginalDefinition is not { } union || !ClosedUnion.IsMeant(union))
            return;
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingType?.OriginalDefinition, union))
            Report(context, type, $"{type.Name} is a case of {union.Name} and not nested in it");
        if (!type.IsSealed && !ClosedUnion.IsMeant(type))
            Report(context, type, $"{type.Name} is a case of {union.Name} and not sealed");
    }

    private static void Report(SymbolAnalysisContext context, ISymbol at, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(Open, at.Locations[0], what));
}
