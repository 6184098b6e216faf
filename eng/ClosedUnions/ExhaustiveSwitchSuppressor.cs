using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ChatRoom.ClosedUnions;

/// <summary>
/// The compiler does not know that a union is closed, and warns of a switch expression that names all of it (CS8509), or all but values of
/// an enum that have no name (CS8524). Where <see cref="SwitchAnalyzer"/> has nothing to say, the warning goes.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExhaustiveSwitchSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Warnings = new[] { "CS8509", "CS8524" }
        .ToImmutableDictionary(id => id, id => new SuppressionDescriptor($"UNION{id}", id, "Every case of a closed union is named."));

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Warnings.Values];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var warning in context.ReportedDiagnostics)
        {
            if (warning.Location.SourceTree is not { } tree)
                continue;
            var syntax = tree.GetRoot(context.CancellationToken).FindNode(warning.Location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<SwitchExpressionSyntax>();
            if (syntax is not null && Switch.Of(context.GetSemanticModel(tree).GetOperation(syntax, context.CancellationToken)) is { Missing.Count: 0 })
                context.ReportSuppression(Suppression.Create(Warnings[warning.Id], warning));
        }
    }
}
