{{/* Labels of an object without a service: (list $ name). */}}
{{- define "platform.labels" -}}
app.kubernetes.io/name: {{ index . 1 }}
app.kubernetes.io/part-of: touchstone
app.kubernetes.io/managed-by: {{ (index . 0).Release.Service }}
{{- end }}

{{/* The pod's security context, for a user: (dict "user" 10001). */}}
{{- define "platform.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .user }}
runAsGroup: {{ .user }}
fsGroup: {{ .user }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "platform.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop:
    - ALL
{{- end }}

{{/* Ingress rules of what several services reach under one name: (list $ name). */}}
{{- define "platform.callers" -}}
{{- $name := index . 1 }}
{{- range (index . 0).Values.global.arrows }}
{{- if and (eq .to $name) (ne .from "database-migration") }}
- from:
    - podSelector:
        matchLabels:
          app.kubernetes.io/name: {{ .from }}
  ports:
    - protocol: TCP
      port: {{ .port }}
{{- end }}
{{- end }}
{{- end }}
