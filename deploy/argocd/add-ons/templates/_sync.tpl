{{/* How an add-on is kept. Server-side apply: some of their definitions are too large for an annotation. */}}
{{- define "add-ons.sync" -}}
syncPolicy:
  automated:
    prune: true
    selfHeal: true
  syncOptions:
    - ServerSideApply=true
  retry:
    limit: 10
    backoff:
      duration: 10s
      factor: 2
      maxDuration: 5m
{{- end }}
