using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ChatRoom.ClosedUnions;

/// <summary>
/// A switch over a closed union names every case, so that a new case is an error wherever it is forgotten. `default` and `_` are for
/// switches that are about some cases and treat all others alike. One that throws is no such thing, and does not hide what is missing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwitchAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Missing = new(
        "UNION001", "A switch over a closed union names every case", "Of {0} there is no arm for {1}", "Unions", DiagnosticSeverity.Warning, true);

    private static readonly DiagnosticDescriptor Needless = new(
        "UNION002", "A switch that names every case needs no arm for others", "All of {0} is named: no value can come to this arm", "Unions",
        DiagnosticSeverity.Warning, true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Missing, Needless];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Look, OperationKind.SwitchExpression, OperationKind.Switch);
    }

    private static void Look(OperationAnalysisContext context)
    {
        if (Switch.Of(context.Operation) is not { } found)
            return;
        if (found.Missing.Count > 0 && found.Rest != Rest.Does)
        {
            context.ReportDiagnostic(Diagnostic.Create(Missing, Keyword(context.Operation.Syntax), found.Union.Name, string.Join(", ", found.Missing)));
        }
        // After a statement the compiler may want a value or an end all the same, so there it can be needed.
        else if (found is { Missing.Count: 0, Rest: Rest.Throws, RestAt: { } rest } && context.Operation.Kind == OperationKind.SwitchExpression)
        {
            context.ReportDiagnostic(Diagnostic.Create(Needless, rest.Syntax.GetLocation(), found.Union.Name));
        }
    }

    private static Location Keyword(SyntaxNode syntax) => syntax switch
    {
        SwitchExpressionSyntax expression => expression.SwitchKeyword.GetLocation(),
        SwitchStatementSyntax statement => statement.SwitchKeyword.GetLocation(),
        _ => syntax.GetLocation(),
    };
}
